package dev.holdfast.core.pipeline;

import dev.holdfast.bridge.Linker;
import dev.holdfast.bridge.WovenSite;
import dev.holdfast.core.type.ByLoader;
import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Every guard of the JVM, by class loader, class and method; what belongs to a loader is collected
 * with it.
 */
public final class Guards implements Linker {

  private final ByLoader<Map<String, Guard>> byLoader =
      new ByLoader<>(loader -> new ConcurrentHashMap<>());
  private final Set<String> superCalled = ConcurrentHashMap.newKeySet();
  private final Supplier<Linking> linking;

  /**
   * @param linking how methods are linked from now on; asked at each first call
   */
  public Guards(Supplier<Linking> linking) {
    this.linking = linking;
  }

  /** What links are made with. */
  public record Linking(Services services, boolean observes) {}

  /**
   * Registers the guard of a method that is being woven. A class that is woven again keeps the
   * guard it has.
   */
  public void register(ClassLoader loader, Guard guard) {
    byLoader.of(loader).putIfAbsent(key(guard.method().owner().name(), guard.signature()), guard);
    guard.superCall().ifPresent(this::noteSuperCall);
  }

  /** The method could not be woven after all. */
  public void unregister(ClassLoader loader, String owner, String signature) {
    byLoader.of(loader).remove(key(owner, signature));
  }

  /** All guards of classes that are still loaded. */
  public List<Guard> all() {
    return byLoader.all().stream().flatMap(guards -> guards.values().stream()).toList();
  }

  @Override
  public CallSite link(WovenSite site) {
    Class<?> owner = site.lookup().lookupClass();
    Guard guard =
        find(owner.getClassLoader(), key(owner.getName(), site.name() + site.descriptor()));
    if (guard == null) {
      return new ConstantCallSite(site.body());
    }
    Linking with = linking.get();
    if (superCalled.contains(guard.signature())) {
      guard.superCalled(with.services(), with.observes());
    }
    return guard.link(site, with.services(), with.observes());
  }

  /**
   * Methods of that signature look out for super-calls; the loader of the superclass is unknown.
   */
  private void noteSuperCall(String signature) {
    if (superCalled.add(signature)) {
      Linking with = linking.get();
      for (Guard guard : all()) {
        if (guard.signature().equals(signature)) {
          guard.superCalled(with.services(), with.observes());
        }
      }
    }
  }

  private @Nullable Guard find(@Nullable ClassLoader loader, String key) {
    return byLoader.of(loader).get(key);
  }

  private static String key(String owner, String method) {
    return owner + '#' + method;
  }
}
