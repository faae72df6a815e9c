package dev.holdfast.core.policy.breaker;

import dev.holdfast.core.time.Time;
import java.util.List;
import java.util.stream.Stream;

/**
 * A few calls run as trials; all others are refused.
 *
 * @param failedTrials how many trials in a row have failed since it was closed
 * @param openedBy what the window held when it left the closed state
 * @param out the trials under way, lapsed ones perhaps included
 * @param slow the trials that were slow, or that are under way and slow already
 * @param good how many trials have ended well
 */
record HalfOpen(
    long generation,
    BreakerLimits limits,
    int failedTrials,
    Tally openedBy,
    List<Trial> out,
    List<Trial> slow,
    int good)
    implements BreakerState {

  HalfOpen {
    out = List.copyOf(out);
    slow = List.copyOf(slow);
  }

  /** Without the trials whose lease is over: they count neither way. */
  HalfOpen lapse(long now) {
    HalfOpen live = this;
    for (Trial trial : out) {
      if (trial.hasLapsed(now)) {
        live = live.without(trial);
      }
    }
    return live;
  }

  /** Whether another trial may run. */
  boolean mayTry() {
    return out.size() < limits.halfOpenCalls();
  }

  /** With one more trial under way. */
  HalfOpen begin(Trial trial) {
    return with(Stream.concat(out.stream(), Stream.of(trial)).toList(), slow, good);
  }

  /** The next state after the end of a trial that is under way. */
  BreakerState end(Trial trial, Verdict verdict, Time time, long now) {
    return switch (verdict.kind()) {
      case NEUTRAL -> without(trial);
      case FAILURE -> reopen(verdict.demandNanos(), time);
      case SUCCESS -> {
        HalfOpen judged = limits.isSlow(now - trial.startNanos()) ? withSlow(trial) : this;
        yield judged.with(without(out, trial), judged.slow, good + 1).next(time);
      }
    };
  }

  /** The next state when a trial under way is slow by now. */
  BreakerState turnSlow(Trial trial, Time time) {
    return withSlow(trial).next(time);
  }

  @Override
  public HalfOpen with(BreakerLimits other, Time time) {
    return new HalfOpen(generation, other, failedTrials, openedBy, out, slow, good);
  }

  private BreakerState next(Time time) {
    if (limits.isReachedBySlowTrials(slow.size())) {
      return reopen(0, time);
    }
    return good >= limits.halfOpenCalls() ? Closed.begin(generation + 1, limits, time) : this;
  }

  private Open reopen(long demandNanos, Time time) {
    long openNanos = Math.max(demandNanos, limits.openNanosAfter(failedTrials + 1));
    return Open.after(this, openNanos, failedTrials + 1, openedBy, time);
  }

  private HalfOpen withSlow(Trial trial) {
    return slow.contains(trial)
        ? this
        : with(out, Stream.concat(slow.stream(), Stream.of(trial)).toList(), good);
  }

  private HalfOpen without(Trial trial) {
    return with(without(out, trial), without(slow, trial), good);
  }

  private HalfOpen with(List<Trial> nowOut, List<Trial> nowSlow, int nowGood) {
    return new HalfOpen(generation, limits, failedTrials, openedBy, nowOut, nowSlow, nowGood);
  }

  private static List<Trial> without(List<Trial> trials, Trial gone) {
    return trials.stream().filter(trial -> trial != gone).toList();
  }
}
