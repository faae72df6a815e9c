package dev.holdfast.core.policy.breaker;

import dev.holdfast.core.event.Events;
import dev.holdfast.core.policy.breaker.Admission.Past;
import dev.holdfast.core.policy.breaker.Admission.Permit;
import dev.holdfast.core.policy.breaker.Admission.Refused;
import dev.holdfast.core.time.Time;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state machine of one circuit breaker.
 *
 * <pre>
 * state      what happens                            next state (generation + 1 where it changes)
 * CLOSED     call                                    runs
 *            outcome, limit reached                  OPEN for openFor
 *            failure with a server's demand          OPEN for the demand, at most maxOpenFor
 * OPEN       call before the time is over            refused
 *            call after it                           HALF_OPEN, this call is a trial
 * HALF_OPEN  call, fewer than halfOpenCalls out      a trial more
 *            call, halfOpenCalls out                 refused
 *            trial ends well                         CLOSED with an empty window at halfOpenCalls
 *            trial fails                             OPEN for twice as long, at most maxOpenFor
 *            slow trials reach slowRate              OPEN for twice as long, at most maxOpenFor
 *            trial ends neither way, or lapses       its permit is free again
 * any        outcome of an earlier generation        nothing
 * any        reset                                   CLOSED with an empty window
 * any        other limits                            the same; CLOSED empties another-sized window
 * </pre>
 *
 * <p>The state is one reference to an immutable record. Every step reads it once, makes the next
 * one, and swaps it in; whoever lost looks again. Events are told after the swap by who won it. The
 * only moving parts inside a state are the counters of the window, and a window belongs to one
 * closed generation: what is counted in the window of an old one changes nothing.
 */
final class Breaker implements Breakers {

  private static final VarHandle STATE = stateHandle();

  private final BreakerId id;
  private final Time time;
  private final Events events;
  private final RunningCalls running;
  private volatile BreakerState state;
  private volatile @Nullable WeakReference<SoftReference<Throwable>> lastFailure;

  /** A closed breaker with an empty window. */
  Breaker(BreakerId id, BreakerLimits limits, Time time, Events events) {
    this.id = id;
    this.time = time;
    this.events = events;
    state = Closed.begin(0, limits, time);
    running = new RunningCalls(time, () -> state.limits().slowNanos(), this::turnSlow);
  }

  /** What it is called. */
  BreakerId id() {
    return id;
  }

  /** Whether a call may run now. */
  Admission admit() {
    return state instanceof Closed closed && !closed.limits().isTimed()
        ? closed
        : admitOnTheClock();
  }

  /** The generation in which an untimed call may run now; less than zero: see {@link #admit}. */
  long generation() {
    return state instanceof Closed closed && !closed.limits().isTimed() ? closed.generation() : -1;
  }

  /** The permit of an untimed call that was let through by {@link #generation()}. */
  Permit permitOf(long generation) {
    return state instanceof Closed closed && closed.generation() == generation
        ? closed
        : new Past();
  }

  /** An untimed call ended well that was let through in this generation. */
  void succeed(long generation) {
    if (state instanceof Closed closed
        && closed.generation() == generation
        && closed.window().succeed(closed.limits().minimumCalls())) {
      judge(closed.window(), 0);
    }
  }

  /** The call ended well: {@link #end} for the most frequent outcome. */
  void succeed(Permit permit) {
    if (permit instanceof Closed closed) {
      succeed(closed.generation());
    } else {
      end(permit, Verdict.SUCCESS);
    }
  }

  /** The call ended. */
  void end(Permit permit, Verdict verdict) {
    if (permit instanceof Closed closed) {
      end(closed, verdict);
    } else if (permit instanceof TimedCall call) {
      end(call, verdict);
    } else if (permit instanceof Trial trial) {
      end(trial, verdict);
    }
  }

  /** Puts other limits in force. Outcomes counted so far are judged by them at once. */
  void configure(BreakerLimits limits) {
    BreakerState before;
    do {
      before = state;
      if (before.limits().equals(limits)) {
        return;
      }
    } while (!STATE.compareAndSet(this, before, before.with(limits, time)));
    running.limitChanged();
    if (state instanceof Closed closed) {
      judge(closed.window(), 0);
    }
  }

  /** Whether it stands closed. */
  boolean isClosed() {
    return state instanceof Closed;
  }

  /** Whether nothing is lost by forgetting it: closed, or waiting for a trial that nobody makes. */
  boolean isIdle() {
    BreakerState now = state;
    if (now instanceof Open open) {
      return open.waitNanos(time.nanoTime()) <= 0;
    }
    return !(now instanceof HalfOpen half) || half.lapse(time.nanoTime()).out().isEmpty();
  }

  @Override
  public String name() {
    return id.name();
  }

  @Override
  public List<BreakerView> views() {
    return List.of(view());
  }

  /** Outcomes of calls that are running belong to an earlier generation, and count no more. */
  @Override
  public void reset() {
    BreakerState before;
    BreakerState next;
    do {
      before = state;
      next = Closed.begin(before.generation() + 1, before.limits(), time);
    } while (!STATE.compareAndSet(this, before, next));
    lastFailure = null;
    events.publish(new BreakerEvent.Reset(BreakerView.of(id, next, time.nanoTime())));
  }

  /** Where it stands, without a lock. */
  BreakerView view() {
    return BreakerView.of(id, state, time.nanoTime());
  }

  /** A call failed; the failure is held by the memory of the loader that saw it. */
  void failed(WeakReference<SoftReference<Throwable>> failure) {
    lastFailure = failure;
  }

  /** The last failure, as long as the loader that saw it is there. */
  @Nullable Throwable lastFailure() {
    WeakReference<SoftReference<Throwable>> last = lastFailure;
    SoftReference<Throwable> failure = last == null ? null : last.get();
    return failure == null ? null : failure.get();
  }

  private Admission admitOnTheClock() {
    long now = time.nanoTime();
    while (true) {
      BreakerState before = state;
      if (before instanceof Closed closed) {
        return closed.limits().isTimed() ? begin(new TimedCall(closed, now)) : closed;
      }
      if (before instanceof Open open && open.waitNanos(now) > 0) {
        return new Refused(open.openedBy().failureRate(), open.waitNanos(now));
      }
      HalfOpen half =
          before instanceof Open open ? open.halfOpen() : ((HalfOpen) before).lapse(now);
      if (!half.mayTry()) {
        return new Refused(half.openedBy().failureRate(), 0);
      }
      Trial trial = new Trial(half.generation(), now, half.limits().openNanos());
      if (enter(before, half.begin(trial))) {
        return half.limits().isTimed() ? begin(trial) : trial;
      }
    }
  }

  private <T extends Permit & RunningCall> T begin(T call) {
    running.begin(call);
    return call;
  }

  private void end(Closed closed, Verdict verdict) {
    if (verdict.isFailure()) {
      closed.window().count(true, false);
      judge(closed.window(), verdict.demandNanos());
    } else if (verdict.kind() == Verdict.Kind.SUCCESS) {
      succeed(closed);
    }
  }

  private void end(TimedCall call, Verdict verdict) {
    running.end(call);
    Closed closed = call.admittedBy();
    boolean isSlow = closed.limits().isSlow(time.nanoTime() - call.startNanos());
    // Slow is slow however it ends: had the alarm looked a moment ago, it would be counted by now.
    boolean counts = isSlow || verdict.kind() != Verdict.Kind.NEUTRAL;
    if (counts && (call.end(verdict.isFailure(), isSlow) || state != closed)) {
      judge(closed.window(), verdict.demandNanos());
    }
  }

  private void end(Trial trial, Verdict verdict) {
    running.end(trial);
    long now = time.nanoTime();
    while (state instanceof HalfOpen before && before.generation() == trial.generation()) {
      HalfOpen half = before.lapse(now);
      if (!half.out().contains(trial) || enter(before, half.end(trial, verdict, time, now))) {
        return;
      }
    }
  }

  /** A call is still running, and slow by now. */
  private void turnSlow(RunningCall call) {
    if (call instanceof TimedCall timed) {
      timed.turnSlow();
      judge(timed.admittedBy().window(), 0);
    } else if (call instanceof Trial trial) {
      turnSlow(trial);
    }
  }

  private void turnSlow(Trial trial) {
    long now = time.nanoTime();
    while (state instanceof HalfOpen before) {
      HalfOpen half = before.lapse(now);
      if (!half.out().contains(trial) || enter(before, half.turnSlow(trial, time))) {
        return;
      }
    }
  }

  /** Opens if this window is in force and holds too much, or if the callee demands it. */
  private void judge(Window window, long demandNanos) {
    while (state instanceof Closed closed && closed.window() == window) {
      BreakerState next = closed.judge(demandNanos, time);
      if (next == closed || enter(closed, next)) {
        return;
      }
    }
  }

  /** Swaps the state, and tells of it if it is another kind of state. */
  private boolean enter(BreakerState before, BreakerState next) {
    if (!STATE.compareAndSet(this, before, next)) {
      return false;
    }
    if (next.getClass() != before.getClass()) {
      events.publish(BreakerEvent.of(BreakerView.of(id, next, time.nanoTime())));
    }
    return true;
  }

  private static VarHandle stateHandle() {
    try {
      return MethodHandles.lookup().findVarHandle(Breaker.class, "state", BreakerState.class);
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError("Breaker has a state", impossible);
    }
  }
}
