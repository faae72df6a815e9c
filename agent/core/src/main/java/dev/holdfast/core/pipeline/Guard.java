package dev.holdfast.core.pipeline;

import dev.holdfast.bridge.WovenSite;
import dev.holdfast.core.plan.GuardedMethod;
import dev.holdfast.core.plan.Plan;
import dev.holdfast.core.view.GuardCounts;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MutableCallSite;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A woven method: the plan in force on it, its counts, and its call site once it is linked.
 *
 * <p>The site is held weakly: it belongs to the application's class and goes with it.
 */
public final class Guard {

  private static final Logger LOG = LoggerFactory.getLogger(Guard.class);

  private final GuardedMethod method;
  private final String name;
  private final GuardCounts counts = new GuardCounts();
  private Plan plan;
  private @Nullable WeakReference<GuardSite> linked;

  /** A guard with that plan; its method is linked when it is first called. */
  public Guard(Plan plan) {
    this.plan = plan;
    method = plan.method();
    name = method.name();
  }

  /** The guard's name. */
  public String name() {
    return name;
  }

  /** The method as its class file tells it. */
  public GuardedMethod method() {
    return method;
  }

  /** What is counted of it. */
  public GuardCounts counts() {
    return counts;
  }

  /** The plan in force. */
  public synchronized Plan plan() {
    return plan;
  }

  /** Links the method at its first call; whatever goes wrong, the method is callable after it. */
  synchronized CallSite link(WovenSite site, Services services, boolean observes) {
    GuardSite made = new GuardSite(site);
    linked = new WeakReference<>(made);
    try {
      made.setTarget(target(site, services, observes));
    } catch (RuntimeException | LinkageError fault) {
      LOG.error("{} cannot be linked and runs unguarded", name, fault);
    }
    return made;
  }

  /**
   * Puts another plan in force, for calls that begin from now on.
   *
   * @throws RuntimeException when it cannot be bound; the plan in force stays
   */
  synchronized void replace(Plan other, Services services, boolean observes) {
    GuardSite site = linked == null ? null : linked.get();
    if (site != null) {
      Plan before = plan;
      plan = other;
      try {
        site.setTarget(target(site.site(), services, observes));
      } catch (RuntimeException | LinkageError fault) {
        plan = before;
        throw fault;
      }
      MutableCallSite.syncAll(new MutableCallSite[] {site});
    }
    plan = other;
  }

  private MethodHandle target(WovenSite site, Services services, boolean observes) {
    if (plan.policies().isEmpty()) {
      return site.body();
    }
    Binding binding = new Binding(name, method, site.lookup(), counts, services);
    List<Layer> layers = new ArrayList<>();
    for (Plan.Planned planned : plan.policies()) {
      layers.addAll(planned.spec().bind(binding));
    }
    boolean isAsync = method.returnKind().isAsync();
    return Pipeline.around(site, binding, isAsync, observes, layers).handle(site.type());
  }
}
