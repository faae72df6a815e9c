package dev.holdfast.core.policy.breaker;

import dev.holdfast.DurationText;
import dev.holdfast.core.event.Event;
import java.util.Locale;

/** A breaker has entered another state. */
public sealed interface BreakerEvent extends Event {

  /** The breaker as it is now. */
  BreakerView breaker();

  /** The breaker's name: the guard's own, unless guards share it. */
  @Override
  default String guard() {
    return breaker().id().name();
  }

  /** The event that tells of a state that was just entered. */
  static BreakerEvent of(BreakerView breaker) {
    return switch (breaker.position()) {
      case OPEN -> new Opened(breaker);
      case HALF_OPEN -> new HalfOpened(breaker);
      case CLOSED -> new Closed(breaker);
    };
  }

  /** Calls are refused from now on. */
  record Opened(BreakerView breaker) implements BreakerEvent {

    @Override
    public Severity severity() {
      return Severity.WARN;
    }

    @Override
    public String sentence() {
      String why = breaker.failedTrials() > 0 ? failedTrials() : tally();
      return breaker.id() + " is open for " + DurationText.of(breaker.nextTrial()) + ": " + why;
    }

    private String failedTrials() {
      return breaker.failedTrials() == 1
          ? "its trial failed"
          : "its trials failed " + breaker.failedTrials() + " times in a row";
    }

    private String tally() {
      Tally tally = breaker.tally();
      return String.format(
          Locale.ROOT,
          "of %d calls %d failed (%.1f %%), %d were slow (%.1f %%)",
          tally.calls(),
          tally.failures(),
          tally.failureRate(),
          tally.slow(),
          tally.slowRate());
    }
  }

  /** A trial runs. */
  record HalfOpened(BreakerView breaker) implements BreakerEvent {

    @Override
    public Severity severity() {
      return Severity.INFO;
    }

    @Override
    public String sentence() {
      return breaker.id() + " is half-open: trial calls run";
    }
  }

  /** Calls run again. */
  record Closed(BreakerView breaker) implements BreakerEvent {

    @Override
    public Severity severity() {
      return Severity.INFO;
    }

    @Override
    public String sentence() {
      return breaker.id() + " is closed: its trials went well";
    }
  }

  /** Somebody closed it; calls run as if nothing had happened. */
  record Reset(BreakerView breaker) implements BreakerEvent {

    @Override
    public Severity severity() {
      return Severity.INFO;
    }

    @Override
    public String sentence() {
      return breaker.id() + " was reset: it is closed, and its window is empty";
    }
  }
}
