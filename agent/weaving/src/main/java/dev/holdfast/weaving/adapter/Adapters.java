package dev.holdfast.weaving.adapter;

import dev.holdfast.bridge.GuardSite;
import dev.holdfast.bridge.Linker;
import dev.holdfast.bridge.WovenSite;
import dev.holdfast.core.adapter.Adapter;
import dev.holdfast.core.adapter.Hook;
import dev.holdfast.core.adapter.Host;
import dev.holdfast.weaving.handler.HandlerLinks;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MutableCallSite;
import java.lang.ref.WeakReference;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Links woven methods: those of libraries to their adapters, handlers of JDK proxies to what stands
 * there, all others as another linker does.
 *
 * <p>There is one loader of adapters for each loader of a library. It is held by what is linked to
 * its adapters, and only weakly here.
 */
public final class Adapters implements Linker {

  private static final Logger LOG = LoggerFactory.getLogger(Adapters.class);

  private final HookCatalog hooks;
  private final HandlerLinks handlers;
  private final Host host;
  private final Linker others;
  private final Set<GuardSite> sites = Collections.newSetFromMap(new WeakHashMap<>());
  private final Map<ClassLoader, WeakReference<AdapterLoader>> loaders = new WeakHashMap<>();

  /**
   * @param others links what is hooked by nobody
   */
  public Adapters(HookCatalog hooks, HandlerLinks handlers, Host host, Linker others) {
    this.hooks = hooks;
    this.handlers = handlers;
    this.host = host;
    this.others = others;
  }

  @Override
  public CallSite link(WovenSite site) throws Throwable {
    Class<?> owner = site.lookup().lookupClass();
    Optional<Hook> hook = hooks.find(owner, site.name() + site.descriptor());
    Optional<Adapter> handler = hook.isPresent() ? Optional.empty() : handlers.at(site);
    if (hook.isEmpty() && handler.isEmpty()) {
      return others.link(site);
    }
    GuardSite made = new GuardSite(site);
    made.setTarget(
        handler.isPresent()
            ? TypedBody.of(site).through(handler.get())
            : adapted(hook.get(), owner.getClassLoader(), site));
    synchronized (sites) {
      sites.add(made);
    }
    return made;
  }

  /** From now on the libraries' methods run as they are; calls that are running finish. */
  public void release() {
    synchronized (sites) {
      for (GuardSite site : sites) {
        site.setTarget(site.site().body());
      }
      MutableCallSite.syncAll(sites.toArray(new MutableCallSite[0]));
      sites.clear();
    }
  }

  /** Whether a loader is one of adapters. */
  public static boolean areDefinedBy(@Nullable ClassLoader loader) {
    return loader instanceof AdapterLoader;
  }

  private MethodHandle adapted(Hook hook, @Nullable ClassLoader library, WovenSite site) {
    MethodHandle body = site.body();
    try {
      Adapter adapter =
          (Adapter)
              loader(library)
                  .loadClass(hook.adapter())
                  .getConstructor(Host.class)
                  .newInstance(host);
      return TypedBody.of(site).through(adapter);
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
