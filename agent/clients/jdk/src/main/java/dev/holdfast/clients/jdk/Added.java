package dev.holdfast.clients.jdk;

import dev.holdfast.core.call.Requests;
import dev.holdfast.core.call.Scopes;
import dev.holdfast.core.wire.Outgoing;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Values of headers that we added to requests which may follow redirects, told by identity from
 * equal ones that an application set: the JDK hands on the very object that it was given. Held for
 * as long as the request is.
 */
final class Added {

  /** By itself. */
  private final Map<Value, Value> values = new ConcurrentHashMap<>();

  private final ReferenceQueue<Object> gone = new ReferenceQueue<>();

  /** The header's value as nobody else has it. */
  @SuppressWarnings("StringCopy") // it is the identity that tells it from equal ones
  String own(Outgoing.Header header) {
    String own = new String(header.value());
    for (Reference<?> left = gone.poll(); left != null; left = gone.poll()) {
      values.remove(left);
    }
    Value value = new Value(own, gone, header.isKey() ? Scopes.current().requests() : null);
    values.put(value, value);
    return own;
  }

  /** Whether that object is ours. */
  boolean contains(@Nullable String value) {
    return value != null && !values.isEmpty() && values.containsKey(new Value(value, null, null));
  }

  /**
   * That object, which is ours, does not go along to where its request is redirected. By what
   * method is not known here, so it counts as one that may have an effect.
   */
  void withhold(String value) {
    Value known = values.get(new Value(value, null, null));
    if (known != null && known.requests != null) {
      known.requests.write(false, true);
    }
  }

  /** Equal to others of the same object, also of one that has gone. */
  private static final class Value extends WeakReference<Object> {

    private final int hash;

    /** Of the attempt whose key it is. */
    private final @Nullable Requests requests;

    Value(String value, @Nullable ReferenceQueue<Object> queue, @Nullable Requests requests) {
      super(value, queue);
      hash = System.identityHashCode(value);
      this.requests = requests;
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
