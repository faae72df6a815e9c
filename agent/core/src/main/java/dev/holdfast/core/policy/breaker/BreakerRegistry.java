package dev.holdfast.core.policy.breaker;

import dev.holdfast.core.pipeline.States;
import dev.holdfast.core.view.StateView;
import dev.holdfast.core.view.Stateful;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * All breakers of the JVM, for views. Held weakly: those of one class loader are collected with it.
 */
public final class BreakerRegistry implements Stateful {

  private final List<WeakReference<Breakers>> all = new CopyOnWriteArrayList<>();

  BreakerRegistry() {}

  /** The registry of an engine. */
  public static BreakerRegistry of(States states) {
    return states.shared(BreakerRegistry.class, "", BreakerRegistry::new);
  }

  /** Every breaker as it is now; no call waits for it. */
  public List<BreakerView> views() {
    return present().flatMap(breakers -> breakers.views().stream()).toList();
  }

  @Override
  public List<StateView> states() {
    return views().stream().map(BreakerView::state).toList();
  }

  @Override
  public List<String> resettable() {
    return present().map(Breakers::name).toList();
  }

  @Override
  public int reset(String name) {
    List<Breakers> named = present().filter(breakers -> breakers.name().equals(name)).toList();
    named.forEach(Breakers::reset);
    return named.size();
  }

  <T extends Breakers> T add(T breakers) {
    all.removeIf(reference -> reference.get() == null);
    all.add(new WeakReference<>(breakers));
    return breakers;
  }

  private Stream<Breakers> present() {
    return all.stream().map(WeakReference::get).filter(Objects::nonNull);
  }
}
