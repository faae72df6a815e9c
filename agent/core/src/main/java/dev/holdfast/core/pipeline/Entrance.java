package dev.holdfast.core.pipeline;

import dev.holdfast.core.call.Call;
import dev.holdfast.core.call.Detour;
import dev.holdfast.core.plan.Plan;
import java.lang.invoke.MethodHandles.Lookup;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way into a guard for calls that come through a proxy: the same policies with the same state,
 * around the rest of the way through the proxy. From the first such call on, the guard at the
 * method's body lets pass what has come this way.
 *
 * <p>It refers to the class that owns the method, and belongs to the one at which it was seen.
 */
public final class Entrance {

  private static final Logger LOG = LoggerFactory.getLogger(Entrance.class);

  private final Guard guard;
  private final Lookup lookup;
  private final Supplier<Guards.Linking> linking;
  private volatile @Nullable Bound bound;

  private record Bound(Plan plan, Stage first) {

    @SuppressWarnings("ReferenceEquality") // each change of configuration makes another one
    boolean isOf(Plan current) {
      return plan == current;
    }
  }

  /**
   * @param lookup with all rights in the class that declares the method
   */
  Entrance(Guard guard, Lookup lookup, Supplier<Guards.Linking> linking) {
    this.guard = guard;
    this.lookup = lookup;
    this.linking = linking;
  }

  /** Tells the guard from all others, for {@link Passage}. */
  public Object guard() {
    return guard;
  }

  /** The guard's name. */
  public String name() {
    return guard.name();
  }

  /** Whether the method's outcome is that of the future it returns. */
  public boolean isAsync() {
    return guard.method().returnKind().isAsync();
  }

  /**
   * Whether a call that the calling thread is about to make of that target is guarded further out
   * already: by this guard, or at a JDK proxy that forwards it.
   */
  public boolean isPassed(Object target) {
    Forwarding forwarding = Forwarding.current();
    return Passage.isUnderWay(guard, target) || (forwarding != null && forwarding.covers(guard));
  }

  /**
   * Makes a call.
   *
   * @param arguments of the method; null if it has none
   * @throws Throwable what the last attempt threw, or a refusal
   */
  public @Nullable Object call(
      Object target, @Nullable Object @Nullable [] arguments, Detour detour) throws Throwable {
    int count = arguments == null ? 0 : arguments.length;
    @Nullable Object[] all = new @Nullable Object[count + 1];
    all[0] = target;
    if (arguments != null) {
      System.arraycopy(arguments, 0, all, 1, count);
    }
    return first().call(new Call(all, detour));
  }

  private Stage first() {
    Plan plan = guard.plan();
    Bound made = bound;
    if (made == null || !made.isOf(plan)) {
      made = new Bound(plan, bind(plan, linking.get()));
      bound = made;
    }
    return made.first;
  }

  /** The application must not notice a fault in here, unless running twice is what it fears. */
  private Stage bind(Plan plan, Guards.Linking with) {
    try {
      guard.passed(linking);
      return guard.through(lookup, plan, with.services(), with.observes());
    } catch (RuntimeException | LinkageError fault) {
      if (Guard.mustNotRunWithout(plan, with)) {
        LOG.error("{} cannot be linked at its proxy, where its calls are refused", name(), fault);
        return new RefusalStage(name(), isAsync(), fault);
      }
      LOG.error("{} cannot be linked at its proxy and runs unguarded there", name(), fault);
      return new DetourStage();
    }
  }
}
