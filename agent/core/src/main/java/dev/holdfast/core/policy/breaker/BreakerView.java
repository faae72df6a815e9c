package dev.holdfast.core.policy.breaker;

import dev.holdfast.core.view.StateView;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A breaker at one moment, for whoever looks on.
 *
 * @param id what it is called
 * @param position where it stands
 * @param generation how many states it has entered before
 * @param tally what the window holds; of a breaker that is not closed, what it held when it opened
 * @param nextTrial the time until the next trial; zero unless it is open
 * @param failedTrials trials that failed in a row since it was closed
 * @param trialsOut trials under way
 * @param trialsGood trials that ended well since it is half-open
 */
public record BreakerView(
    BreakerId id,
    Position position,
    long generation,
    Tally tally,
    Duration nextTrial,
    int failedTrials,
    int trialsOut,
    int trialsGood) {

  /** Where a breaker can stand. */
  public enum Position {
    CLOSED,
    OPEN,
    HALF_OPEN
  }

  static BreakerView of(BreakerId id, BreakerState state, long now) {
    if (state instanceof Open open) {
      return new BreakerView(
          id,
          Position.OPEN,
          open.generation(),
          open.openedBy(),
          Duration.ofNanos(Math.max(0, open.waitNanos(now))),
          open.failedTrials(),
          0,
          0);
    }
    if (state instanceof HalfOpen half) {
      return new BreakerView(
          id,
          Position.HALF_OPEN,
          half.generation(),
          half.openedBy(),
          Duration.ZERO,
          half.failedTrials(),
          half.lapse(now).out().size(),
          half.good());
    }
    Closed closed = (Closed) state;
    return new BreakerView(
        id, Position.CLOSED, closed.generation(), closed.window().tally(), Duration.ZERO, 0, 0, 0);
  }

  /** The same, as all states are shown. */
  StateView state() {
    Map<String, Long> figures = new HashMap<>();
    figures.put("calls", tally.calls());
    figures.put("failures", tally.failures());
    figures.put("slow", tally.slow());
    if (position == Position.OPEN) {
      figures.put("next-trial-ms", nextTrial.toMillis());
    }
    if (position == Position.HALF_OPEN) {
      figures.put("trials-out", (long) trialsOut);
      figures.put("trials-good", (long) trialsGood);
    }
    String where = position.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return StateView.of("breaker", id.label(), where, figures);
  }

  /** Failures in percent; 0 when nothing is counted. */
  public double failureRate() {
    return tally.failureRate();
  }

  /** Slow calls in percent; 0 when nothing is counted. */
  public double slowRate() {
    return tally.slowRate();
  }
}
