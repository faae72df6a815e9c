package dev.holdfast.core.policy.breaker;

import dev.holdfast.core.policy.breaker.BreakerView.Position;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The breaker as the contract tells it, for one thread, with every call and every outcome in a list
 * and no thought about cost. Only for windows of calls.
 */
final class NaiveBreaker {

  /** One call, from its admission on. */
  static final class NaiveCall {

    final long generation;
    final long start;
    final boolean isTimed;
    final long lease;
    boolean hasEnded;
    boolean isSlow;
    boolean @Nullable [] outcome;

    NaiveCall(long generation, long start, boolean isTimed, long lease) {
      this.lease = lease;
      this.generation = generation;
      this.start = start;
      this.isTimed = isTimed;
    }
  }

  private final List<NaiveCall> calls = new ArrayList<>();
  private final List<NaiveCall> goodTrials = new ArrayList<>();
  private List<boolean[]> window = new ArrayList<>();
  private Tally openedBy = Tally.NONE;
  private BreakerLimits limits;
  private Position position = Position.CLOSED;
  private long generation;
  private long now;
  private long openUntil;
  private int failedTrials;

  NaiveBreaker(BreakerLimits limits) {
    this.limits = limits;
  }

  /** A call that may run, or null. */
  @Nullable NaiveCall admit() {
    if (position == Position.OPEN && now >= openUntil) {
      enter(Position.HALF_OPEN);
    }
    boolean runs =
        position == Position.CLOSED
            || (position == Position.HALF_OPEN && trialsOut() < limits.halfOpenCalls());
    if (!runs) {
      return null;
    }
    NaiveCall call = new NaiveCall(generation, now, limits.isTimed(), limits.openNanos());
    calls.add(call);
    return call;
  }

  void end(NaiveCall call, Verdict verdict) {
    boolean isTrial = position == Position.HALF_OPEN && call.generation == generation;
    boolean hasLapsed = isTrial && hasLapsed(call);
    call.hasEnded = true;
    if (call.generation != generation || hasLapsed) {
      return;
    }
    if (isTrial) {
      endTrial(call, verdict);
    } else if (verdict.kind() != Verdict.Kind.NEUTRAL) {
      boolean isFailure = verdict.isFailure();
      if (call.outcome == null) {
        call.outcome = new boolean[] {isFailure, false};
        window.add(call.outcome);
        judge(verdict.demandNanos());
      } else if (isFailure) {
        call.outcome[0] = true;
        judge(verdict.demandNanos());
      }
    }
  }

  /** Lets time pass; calls become slow on the way, one after the other. */
  void advance(long nanos) {
    long target = now + nanos;
    for (NaiveCall next = nextSlow(target); next != null; next = nextSlow(target)) {
      now = Math.max(now, next.start + limits.slowNanos());
      next.isSlow = true;
      if (next.generation != generation) {
        continue;
      }
      if (position == Position.CLOSED) {
        next.outcome = new boolean[] {false, true};
        window.add(next.outcome);
        judge(0);
      } else if (!hasLapsed(next)) {
        judgeTrials();
      }
    }
    now = target;
  }

  void configure(BreakerLimits other) {
    boolean isOtherWindow = !other.window().equals(limits.window());
    limits = other;
    if (position == Position.CLOSED && isOtherWindow) {
      enter(Position.CLOSED);
    } else if (position == Position.CLOSED) {
      judge(0);
    }
  }

  BreakerView view() {
    boolean isOpen = position == Position.OPEN;
    return new BreakerView(
        BreakerId.of("shop.Cart#pay"),
        position,
        generation,
        position == Position.CLOSED ? tally() : openedBy,
        isOpen ? Duration.ofNanos(Math.max(0, openUntil - now)) : Duration.ZERO,
        position == Position.CLOSED ? 0 : failedTrials,
        position == Position.HALF_OPEN ? (int) trialsOut() : 0,
        position == Position.HALF_OPEN ? goodTrials.size() : 0);
  }

  private void endTrial(NaiveCall call, Verdict verdict) {
    switch (verdict.kind()) {
      case NEUTRAL -> call.isSlow = false;
      case FAILURE -> reopen(verdict.demandNanos());
      case SUCCESS -> {
        goodTrials.add(call);
        judgeTrials();
      }
    }
  }

  private void judgeTrials() {
    long slow =
        calls.stream()
            .filter(call -> call.generation == generation && call.isSlow)
            .filter(call -> goodTrials.contains(call) || (!call.hasEnded && !hasLapsed(call)))
            .count();
    if (slow > 0 && slow * 100 >= limits.slowRate() * limits.halfOpenCalls()) {
      reopen(0);
    } else if (goodTrials.size() >= limits.halfOpenCalls()) {
      failedTrials = 0;
      enter(Position.CLOSED);
    }
  }

  private void reopen(long demand) {
    failedTrials++;
    long doubled = limits.openNanos();
    for (int trial = 0; trial < failedTrials && doubled < limits.maxOpenNanos(); trial++) {
      doubled *= 2;
    }
    open(Math.max(demand, doubled));
  }

  private void judge(long demand) {
    Tally tally = tally();
    boolean isReached =
        tally.calls() >= limits.minimumCalls()
            && (tally.failureRate() >= limits.failureRate()
                || (limits.isTimed() && tally.slowRate() >= limits.slowRate()));
    if (isReached || demand > 0) {
      openedBy = tally;
      open(Math.max(demand, isReached ? limits.openNanos() : 0));
    }
  }

  private void open(long nanos) {
    openUntil = now + Math.min(nanos, limits.maxOpenNanos());
    enter(Position.OPEN);
  }

  private void enter(Position next) {
    position = next;
    generation++;
    window = new ArrayList<>();
    goodTrials.clear();
  }

  private long trialsOut() {
    return calls.stream()
        .filter(call -> call.generation == generation && !call.hasEnded && !hasLapsed(call))
        .count();
  }

  private boolean hasLapsed(NaiveCall call) {
    return now - call.start >= call.lease;
  }

  private @Nullable NaiveCall nextSlow(long target) {
    NaiveCall next = null;
    for (NaiveCall call : calls) {
      boolean isDue =
          call.isTimed
              && limits.isTimed()
              && !call.hasEnded
              && !call.isSlow
              && call.start + limits.slowNanos() <= target;
      if (isDue && (next == null || call.start < next.start)) {
        next = call;
      }
    }
    return next;
  }

  private Tally tally() {
    int size = ((WindowSize.Calls) limits.window()).calls();
    List<boolean[]> last = window.subList(Math.max(0, window.size() - size), window.size());
    return new Tally(
        last.size(),
        last.stream().filter(outcome -> outcome[0]).count(),
        last.stream().filter(outcome -> outcome[1]).count());
  }
}
