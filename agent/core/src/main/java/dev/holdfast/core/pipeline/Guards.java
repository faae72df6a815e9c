package dev.holdfast.core.pipeline;

import dev.holdfast.bridge.Linker;
import dev.holdfast.bridge.WovenSite;
import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Every guard of the JVM, by class loader, class and method; what belongs to a loader is collected
 * with it.
 */
public final class Guards implements Linker {

  private final Map<ClassLoader, Map<String, Guard>> byLoader = new WeakHashMap<>();
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
  public Guard register(ClassLoader loader, Guard guard) {
    String method = guard.method().method().name() + guard.method().method().descriptor();
    Guard first = of(loader).putIfAbsent(key(guard.method().owner().name(), method), guard);
    return first == null ? guard : first;
  }

  /** All guards of classes that are still loaded. */
  public List<Guard> all() {
    List<Guard> all = new ArrayList<>();
    synchronized (byLoader) {
      byLoader.values().forEach(guards -> all.addAll(guards.values()));
    }
    return all;
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
    return guard.link(site, with.services(), with.observes());
  }

  private @Nullable Guard find(@Nullable ClassLoader loader, String key) {
    return loader == null ? null : of(loader).get(key);
  }

  private Map<String, Guard> of(ClassLoader loader) {
    synchronized (byLoader) {
      return byLoader.computeIfAbsent(loader, key -> new ConcurrentHashMap<>());
    }
  }

  private static String key(String owner, String method) {
    return owner + '#' + method;
  }
}
