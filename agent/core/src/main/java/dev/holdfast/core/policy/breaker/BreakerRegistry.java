package dev.holdfast.core.policy.breaker;

import dev.holdfast.core.pipeline.States;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * All breakers of the JVM, for views. Held weakly: those of one class loader are collected with it.
 */
public final class BreakerRegistry {

  private final List<WeakReference<Breakers>> all = new CopyOnWriteArrayList<>();

  BreakerRegistry() {}

  /** The registry of an engine. */
  public static BreakerRegistry of(States states) {
    return states.shared(BreakerRegistry.class, "", BreakerRegistry::new);
  }

  /** Every breaker as it is now; no call waits for it. */
  public List<BreakerView> views() {
    return all.stream()
        .map(WeakReference::get)
        .filter(Objects::nonNull)
        .flatMap(breakers -> breakers.views().stream())
        .toList();
  }

  <T extends Breakers> T add(T breakers) {
    all.removeIf(reference -> reference.get() == null);
    all.add(new WeakReference<>(breakers));
    return breakers;
  }
}
