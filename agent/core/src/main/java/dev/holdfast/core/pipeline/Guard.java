package dev.holdfast.core.pipeline;

import dev.holdfast.bridge.GuardSite;
import dev.holdfast.bridge.WovenSite;
import dev.holdfast.core.pipeline.Guards.Linking;
import dev.holdfast.core.plan.Declaration;
import dev.holdfast.core.plan.GuardedMethod;
import dev.holdfast.core.plan.Plan;
import dev.holdfast.core.view.GuardCounts;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MutableCallSite;
import java.lang.ref.WeakReference;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
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
  private final List<Declaration> declared;
  private final Optional<String> superCall;
  private boolean isSuperCalled;
  private boolean isPassed;
  private @Nullable Mocks mocks;
  private @Nullable WeakReference<GuardSite> linked;

  /** All that the target of a site is made from, at one moment. */
  private record Terms(
      Plan plan, boolean isSuperCalled, boolean isPassed, @Nullable Mocks mocks, Linking with) {}

  /**
   * A guard with that plan; its method is linked when it is first called.
   *
   * @param declared what was written on the method, to be planned anew when configuration changes
   * @param superCall name and descriptor of the method that the body calls by {@code super} and
   *     that it overrides
   */
  public Guard(Plan plan, List<Declaration> declared, Optional<String> superCall) {
    this.plan = plan;
    this.declared = List.copyOf(declared);
    this.superCall = superCall;
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

  /** The method's name and descriptor, as the bootstrap method gets them. */
  public String signature() {
    return method.method().name() + method.method().descriptor();
  }

  /** What was written on the method. */
  public List<Declaration> declared() {
    return declared;
  }

  /** What the body calls by {@code super} while it overrides it: name and descriptor. */
  public Optional<String> superCall() {
    return superCall;
  }

  /** What is counted of it. */
  public GuardCounts counts() {
    return counts;
  }

  /** The plan in force. */
  public synchronized Plan plan() {
    return plan;
  }

  /**
   * Links the method at its first call; whatever goes wrong, the method is callable after it.
   * Several threads may come at once: all get one site, the one that another plan will be put on.
   * No lock is held while binding, because a virtual thread that waits in here, below the JVM's own
   * frames, holds on to its carrier. Only what has changed meanwhile, and whoever changed it found
   * no site to put it on, is bound once more.
   */
  CallSite link(WovenSite site, Supplier<Linking> linking) {
    GuardSite made = new GuardSite(site);
    Terms bound = terms(linking.get());
    bind(made, bound);
    synchronized (this) {
      GuardSite known = linked == null ? null : linked.get();
      GuardSite one = known != null && known.serves(site) ? known : made;
      linked = new WeakReference<>(one);
      Terms now = terms(linking.get());
      if (!now.equals(bound)) {
        bind(one, now);
      }
      return one;
    }
  }

  private void bind(GuardSite made, Terms terms) {
    try {
      set(made, target(made.site(), terms));
    } catch (RuntimeException | LinkageError fault) {
      if (mustNotRunWithout(terms.plan(), terms.with())) {
        LOG.error("{} cannot be linked, and its calls are refused", name, fault);
        Stage refusal = new RefusalStage(name, method.returnKind().isAsync(), fault);
        set(made, Pipeline.handle(refusal, made.site()));
      } else {
        LOG.error("{} cannot be linked and runs unguarded", name, fault);
      }
    }
  }

  /** Whether calls are refused where a plan cannot be bound: to run twice is what they fear. */
  static boolean mustNotRunWithout(Plan plan, Linking with) {
    return !with.observes()
        && plan.policies().stream().anyMatch(each -> each.ring() == Ring.DEDUPLICATE);
  }

  /**
   * Puts another plan in force, for calls that begin from now on.
   *
   * @throws RuntimeException when it cannot be bound; the plan in force stays
   */
  public synchronized void replace(Plan other, Services services, boolean observes) {
    Plan before = plan;
    plan = other;
    try {
      relink(new Linking(services, observes));
    } catch (RuntimeException | LinkageError fault) {
      plan = before;
      throw fault;
    }
  }

  /** A guarded override calls this method by {@code super}: it has to look out for that now. */
  synchronized void superCalled(Supplier<Linking> linking) {
    if (!isSuperCalled) {
      isSuperCalled = true;
      relink(linking.get());
    }
  }

  /** Calls are guarded at a proxy: the body has to let those pass now. */
  synchronized void passed(Supplier<Linking> linking) {
    if (!isPassed) {
      isPassed = true;
      relink(linking.get());
    }
  }

  /** A library of test doubles works inside of the body: what that answers passes by. */
  synchronized void mocked(Mocks by, Supplier<Linking> linking) {
    if (mocks == null) {
      mocks = by;
      relink(linking.get());
    }
  }

  /** The policies of that plan around what is further in of a proxy. */
  Stage through(Lookup lookup, Plan through, Services services, boolean observes) {
    Stage inner = new DetourStage();
    if (through.policies().isEmpty()) {
      return inner;
    }
    Binding binding = new Binding(name, method, lookup, counts, services);
    List<Layer> outside = new ArrayList<>(layers(through, binding));
    outside.removeIf(layer -> layer.ring() == Ring.TRANSACTION);
    Optional<OwnCopy> copy = OwnCopy.seenBy(lookup.lookupClass());
    return outside(copy, Pipeline.around(inside(copy, inner), binding, observes, outside).entry());
  }

  /** From now on calls run the bare body; calls that are running finish as they began. */
  public synchronized void release() {
    GuardSite site = linked == null ? null : linked.get();
    if (site != null) {
      set(site, site.site().body());
    }
    linked = null;
  }

  private void relink(Linking with) {
    GuardSite site = linked == null ? null : linked.get();
    if (site != null) {
      set(site, target(site.site(), terms(with)));
    }
  }

  private static void set(GuardSite site, MethodHandle target) {
    site.setTarget(target);
    MutableCallSite.syncAll(new MutableCallSite[] {site});
  }

  private synchronized Terms terms(Linking with) {
    return new Terms(plan, isSuperCalled, isPassed, mocks, with);
  }

  private MethodHandle target(WovenSite site, Terms terms) {
    Plan plan = terms.plan();
    Services services = terms.with().services();
    boolean observes = terms.with().observes();
    if (plan.policies().isEmpty()) {
      return site.body();
    }
    String owner = method.owner().name();
    Set<String> policies = Overriding.policies(plan);
    Optional<OwnCopy> copy = OwnCopy.seenBy(site.lookup().lookupClass());
    Stage bare = inside(copy, Pipeline.body(site));
    if (Proxy.isProxyClass(site.lookup().lookupClass())) {
      Stage noting = new ForwardingStage(new Forwarding(owner, signature(), policies), bare);
      Binding binding = new Binding(name, method, site.lookup(), counts, services);
      Pipeline around = Pipeline.around(noting, binding, observes, layers(plan, binding));
      Stage passed = new PassageStage(this, bare, around.entry());
      return Pipeline.handle(outside(copy, new HandlerStage(bare, passed)), site);
    }
    Stage body =
        superCall
            .<Stage>map(called -> new OverrideStage(owner, called, policies, bare))
            .orElse(bare);
    Binding binding = new Binding(name, method, site.lookup(), counts, services);
    List<Layer> layers = layers(plan, binding);
    Pipeline pipeline = Pipeline.around(body, binding, observes, layers);
    if (superCall.isEmpty()
        && !terms.isSuperCalled()
        && !terms.isPassed()
        && terms.mocks() == null
        && copy.isEmpty()) {
      return pipeline.handle(site);
    }
    Stage first = pipeline.entry();
    if (terms.isSuperCalled()) {
      first = new SuperCallStage(owner, signature(), policies, bare, first);
    }
    if (terms.isPassed()) {
      Stage passed = observes ? body : Pipeline.inTransaction(body, layers);
      first = new PassageStage(this, passed, first);
    }
    Mocks mocks = terms.mocks();
    if (mocks != null) {
      first =
          new MockStage(
              mocks, site.lookup().lookupClass(), method.method().isStatic(), bare, first);
    }
    return Pipeline.handle(outside(copy, first), site);
  }

  private Stage outside(Optional<OwnCopy> copy, Stage first) {
    boolean isAsync = method.returnKind().isAsync();
    return copy.<Stage>map(own -> new OutsideStage(own, isAsync, first)).orElse(first);
  }

  private static Stage inside(Optional<OwnCopy> copy, Stage body) {
    return copy.<Stage>map(own -> new InsideStage(own, body)).orElse(body);
  }

  private static List<Layer> layers(Plan bound, Binding binding) {
    return bound.policies().stream()
        .flatMap(planned -> planned.spec().bind(binding).stream())
        .toList();
  }
}
