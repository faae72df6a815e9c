package dev.holdfast.core.policy.retry;

import dev.holdfast.core.config.BudgetLimit;
import dev.holdfast.core.event.Event;
import dev.holdfast.core.policy.retry.RetryDecision.Stop;
import dev.holdfast.core.time.DurationWords;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Something that a retry tells of. */
public sealed interface RetryEvent extends Event {

  /**
   * A call has ended with a failure that would have been tried again, had it been allowed.
   *
   * @param attempts how many there were
   * @param elapsed how long the call took, right to 100 ms
   * @param reason why there was no other
   * @param failure the type of the last failure; empty for a result that was rejected
   */
  record Exhausted(
      String guard, int attempts, Duration elapsed, Reason reason, Optional<String> failure)
      implements RetryEvent {

    @Override
    public Severity severity() {
      return Severity.WARN;
    }

    @Override
    public String sentence() {
      return guard
          + " failed for good after "
          + (attempts == 1 ? "1 attempt" : attempts + " attempts")
          + " in "
          + DurationWords.of(elapsed.toNanos())
          + ", last with "
          + failure.orElse("a result that was rejected")
          + ": "
          + reason.words;
    }
  }

  /**
   * A budget that let retries through refuses them from now on, until there is some again.
   *
   * @param budget what messages call the budget
   * @param limit what it allows
   */
  record BudgetSpent(String guard, String budget, BudgetLimit limit) implements RetryEvent {

    @Override
    public Severity severity() {
      return Severity.WARN;
    }

    @Override
    public String sentence() {
      return String.format(
          Locale.ROOT,
          "the retry budget %s (%s%% of the calls and %s a second) is spent:"
              + " %s, and who shares it, fails at once",
          budget,
          number(limit.percent()),
          number(limit.perSecond()),
          guard);
    }

    private static String number(double number) {
      return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
  }

  /** Why a call has ended. */
  enum Reason {
    ATTEMPTS("no attempts are left"),
    TIME("no time is left for another one"),
    DEMAND("the server demands a longer wait than is allowed");

    private final String words;

    Reason(String words) {
      this.words = words;
    }

    /** Empty for stops that nobody is told of one by one. */
    static Optional<Reason> of(Stop stop) {
      return switch (stop) {
        case EXHAUSTED -> Optional.of(ATTEMPTS);
        case OUT_OF_TIME -> Optional.of(TIME);
        case DEMAND_TOO_LONG -> Optional.of(DEMAND);
        case FINAL, AMBIGUOUS, ROLLBACK_ONLY, INTERRUPTED, REFUSED_BY_BUDGET -> Optional.empty();
      };
    }
  }
}
