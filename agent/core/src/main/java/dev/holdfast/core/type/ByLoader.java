package dev.holdfast.core.type;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One value for each class loader, forgotten with the loader. Loaders are told apart by identity
 * and are held weakly; a value must not hold its loader strongly. No foreign code runs under a
 * lock: neither {@code equals} nor {@code hashCode} of a loader is called.
 */
public final class ByLoader<V> {

  private final ConcurrentMap<Object, V> values = new ConcurrentHashMap<>();
  private final ReferenceQueue<ClassLoader> gone = new ReferenceQueue<>();
  private final Function<@Nullable ClassLoader, V> create;
  private final V boot;

  /**
   * @param create makes the value of a loader, {@code null} being the boot loader; when two threads
   *     ask at once it may run twice, and one result stands
   */
  public ByLoader(Function<@Nullable ClassLoader, V> create) {
    this.create = create;
    this.boot = create.apply(null);
  }

  /** The value of a loader, made at the first question. */
  public V of(@Nullable ClassLoader loader) {
    if (loader == null) {
      return boot;
    }
    V known = values.get(new Probe(loader));
    if (known != null) {
      return known;
    }
    forgetTheGone();
    V created = create.apply(loader);
    V raced = values.putIfAbsent(new Key(loader, gone), created);
    return raced == null ? created : raced;
  }

  /** The values of all loaders that are still there, the boot loader's first. */
  public List<V> all() {
    forgetTheGone();
    List<V> all = new ArrayList<>(List.of(boot));
    all.addAll(values.values());
    return all;
  }

  private void forgetTheGone() {
    for (Reference<?> key = gone.poll(); key != null; key = gone.poll()) {
      values.remove(key);
    }
  }

  /** A loader as a question: cheaper than a reference, and equal to the key. */
  private record Probe(ClassLoader loader) {

    @Override
    public int hashCode() {
      return System.identityHashCode(loader);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key && key.refersTo(loader);
    }
  }

  private static final class Key extends WeakReference<ClassLoader> {

    private final int hash;

    Key(ClassLoader loader, ReferenceQueue<ClassLoader> gone) {
      super(loader, gone);
      this.hash = System.identityHashCode(loader);
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
      ClassLoader loader = get();
      return loader != null && other instanceof Key key && key.refersTo(loader);
    }
  }
}
