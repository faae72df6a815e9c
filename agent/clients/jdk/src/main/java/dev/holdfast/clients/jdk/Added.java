package dev.holdfast.clients.jdk;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Values of headers that we added to requests which may follow redirects, told by identity from
 * equal ones that an application set: the JDK hands on the very object that it was given. Held for
 * as long as the request is.
 */
final class Added {

  private final Set<Value> values = ConcurrentHashMap.newKeySet();
  private final ReferenceQueue<Object> gone = new ReferenceQueue<>();

  /** A value that nobody else has. */
  @SuppressWarnings("StringCopy") // it is the identity that tells it from equal ones
  String own(String value) {
    String own = new String(value);
    for (Reference<?> left = gone.poll(); left != null; left = gone.poll()) {
      values.remove(left);
    }
    values.add(new Value(own, gone));
    return own;
  }

  /** Whether that object is ours. */
  boolean contains(@Nullable String value) {
    return value != null && !values.isEmpty() && values.contains(new Value(value, null));
  }

  /** Equal to others of the same object, also of one that has gone. */
  private static final class Value extends WeakReference<Object> {

    private final int hash;

    Value(String value, @Nullable ReferenceQueue<Object> queue) {
      super(value, queue);
      hash = System.identityHashCode(value);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      if (this == other) {
        return true;
      }
      Object value = get();
      return value != null && other instanceof Value another && another.refersTo(value);
    }
  }
}
