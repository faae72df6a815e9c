package dev.holdfast.core.pipeline;

import dev.holdfast.bridge.Linker;
import dev.holdfast.bridge.WovenSite;
import dev.holdfast.core.type.ByLoader;
import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandles.Lookup;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
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
  private final Set<String> proxied = ConcurrentHashMap.newKeySet();
  private final AtomicInteger registrations = new AtomicInteger();
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
    registrations.incrementAndGet();
    guard.superCall().ifPresent(this::noteSuperCall);
  }

  /**
   * Registers the guard of a JDK proxy's method that is being woven: as that of the proxy's class,
   * and as that of the interface that declares it, for those who guard it further in.
   *
   * @param proxy the proxy's class, a binary name
   */
  public void registerProxied(ClassLoader loader, String proxy, Guard guard) {
    byLoader.of(loader).putIfAbsent(key(proxy, guard.signature()), guard);
    register(loader, guard);
    if (proxied.add(guard.signature())) {
      for (Guard target : all()) {
        if (target.signature().equals(guard.signature())) {
          target.passed(linking);
        }
      }
    }
  }

  /**
   * A library of test doubles works inside of the bodies of a class.
   *
   * @param owner the class, a binary name
   */
  public void mocked(ClassLoader loader, String owner, Mocks mocks) {
    byLoader
        .of(loader)
        .forEach(
            (key, guard) -> {
              if (key.startsWith(owner + '#')) {
                guard.mocked(mocks, linking);
              }
            });
  }

  /** The method could not be woven after all. */
  public void unregister(ClassLoader loader, String owner, String signature) {
    byLoader.of(loader).remove(key(owner, signature));
  }

  /** All guards of classes that are still loaded. */
  public List<Guard> all() {
    return byLoader.all().stream().flatMap(guards -> guards.values().stream()).distinct().toList();
  }

  /**
   * The way through a proxy into the guard of a method.
   *
   * @param seenAt the class that was woven: the owner itself, or a proxy's, whose loader may know
   *     another guard of the same owner than other proxies' loaders do
   * @param owner the class that declares the method
   * @param signature name and descriptor, written together
   * @return empty if the method has no guard
   * @throws IllegalAccessException if the class cannot be reached into
   */
  public Optional<Entrance> entrance(Class<?> seenAt, Class<?> owner, String signature)
      throws IllegalAccessException {
    String key = key(owner.getName(), signature);
    Guard guard = find(seenAt.getClassLoader(), key);
    if (guard == null) {
      return Optional.empty();
    }
    Services services = linking.get().services();
    Lookup lookup = services.access().in(owner);
    return Optional.of(
        services
            .states()
            .of(seenAt, Entrance.class, key, () -> new Entrance(guard, lookup, linking)));
  }

  /** Grows whenever a method gets a guard. */
  public int registrations() {
    return registrations.get();
  }

  @Override
  public CallSite link(WovenSite site) {
    Class<?> owner = site.lookup().lookupClass();
    Guard guard =
        find(owner.getClassLoader(), key(owner.getName(), site.name() + site.descriptor()));
    if (guard == null) {
      return new ConstantCallSite(site.body());
    }
    if (superCalled.contains(guard.signature())) {
      guard.superCalled(linking);
    }
    if (proxied.contains(guard.signature())) {
      guard.passed(linking);
    }
    return guard.link(site, linking);
  }

  /**
   * Methods of that signature look out for super-calls; the loader of the superclass is unknown.
   */
  private void noteSuperCall(String signature) {
    if (superCalled.add(signature)) {
      for (Guard guard : all()) {
        if (guard.signature().equals(signature)) {
          guard.superCalled(linking);
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
