package dev.holdfast.weaving.adapter;

import dev.holdfast.bridge.Linker;
import dev.holdfast.bridge.WovenSite;
import dev.holdfast.core.adapter.Adapter;
import dev.holdfast.core.adapter.Hook;
import dev.holdfast.core.adapter.Host;
import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Links woven methods: those of libraries to their adapters, all others as another linker does.
 *
 * <p>There is one loader of adapters for each loader of a library. It is held by what is linked to
 * its adapters, and only weakly here.
 */
public final class Adapters implements Linker {

  private static final Logger LOG = LoggerFactory.getLogger(Adapters.class);

  private final HookCatalog hooks;
  private final Host host;
  private final Linker others;
  private final Map<ClassLoader, WeakReference<AdapterLoader>> loaders = new WeakHashMap<>();

  /**
   * @param others links what is hooked by nobody
   */
  public Adapters(HookCatalog hooks, Host host, Linker others) {
    this.hooks = hooks;
    this.host = host;
    this.others = others;
  }

  @Override
  public CallSite link(WovenSite site) throws Throwable {
    Class<?> owner = site.lookup().lookupClass();
    Optional<Hook> hook = hooks.find(owner.getName(), site.name() + site.descriptor());
    return hook.isPresent()
        ? new ConstantCallSite(adapted(hook.get(), owner.getClassLoader(), site.body()))
        : others.link(site);
  }

  private MethodHandle adapted(Hook hook, @Nullable ClassLoader library, MethodHandle body) {
    try {
      Adapter adapter =
          (Adapter)
              loader(library)
                  .loadClass(hook.adapter())
                  .getConstructor(Host.class)
                  .newInstance(host);
      return adapter.adapt(body).asType(body.type());
    } catch (ReflectiveOperationException | RuntimeException | LinkageError unknown) {
      LOG.warn(
          "{}#{} is not as the agent knows it (expected: a version of the library that is"
              + " supported); it stays as it was",
          hook.owner(),
          hook.method(),
          unknown);
      return body;
    }
  }

  private AdapterLoader loader(@Nullable ClassLoader library) {
    ClassLoader engine = Adapters.class.getClassLoader();
    synchronized (loaders) {
      WeakReference<AdapterLoader> held = loaders.get(library);
      AdapterLoader known = held == null ? null : held.get();
      if (known != null) {
        return known;
      }
      AdapterLoader made = new AdapterLoader(library, engine);
      loaders.put(library, new WeakReference<>(made));
      return made;
    }
  }
}
