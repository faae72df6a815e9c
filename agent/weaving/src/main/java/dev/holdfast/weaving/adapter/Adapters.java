package dev.holdfast.weaving.adapter;

import dev.holdfast.bridge.GuardSite;
import dev.holdfast.bridge.Linker;
import dev.holdfast.bridge.WovenSite;
import dev.holdfast.core.adapter.Adapter;
import dev.holdfast.core.adapter.Hook;
import dev.holdfast.core.adapter.Host;
import dev.holdfast.core.type.ByLoader;
import dev.holdfast.weaving.handler.HandlerLinks;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MutableCallSite;
import java.lang.ref.WeakReference;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Links woven methods: those of libraries to their adapters, handlers of JDK proxies to what stands
 * there, all others, and what is guarded of the former, as another linker does.
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
  private final ByLoader<AtomicReference<WeakReference<AdapterLoader>>> loaders =
      new ByLoader<>(library -> new AtomicReference<>(new WeakReference<>(null)));

  /**
   * @param others links what is guarded, or is hooked by nobody
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
    if (hook.isPresent()) {
      return link(hook.get(), owner.getClassLoader(), site);
    }
    Optional<Adapter> handler = handlers.at(site);
    return handler.isPresent()
        ? made(site, TypedBody.of(site).through(handler.get()))
        : others.link(site);
  }

  /** A method at which an adapter stands may be guarded as well. */
  private CallSite link(Hook hook, @Nullable ClassLoader library, WovenSite site) throws Throwable {
    if (hook.isAroundGuards()) {
      WovenSite guarded = site.with(others.link(site).dynamicInvoker());
      return made(site, adapted(hook, library, guarded));
    }
    CallSite inside = made(site, adapted(hook, library, site));
    return others.link(site.with(inside.dynamicInvoker()));
  }

  private CallSite made(WovenSite site, MethodHandle target) {
    GuardSite made = new GuardSite(site);
    made.setTarget(target);
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
    AtomicReference<WeakReference<AdapterLoader>> cell = loaders.of(library);
    WeakReference<AdapterLoader> held = Objects.requireNonNull(cell.get());
    AdapterLoader known = held.get();
    if (known != null) {
      return known;
    }
    AdapterLoader made = new AdapterLoader(library, Adapters.class.getClassLoader());
    return cell.compareAndSet(held, new WeakReference<>(made)) ? made : loader(library);
  }
}
