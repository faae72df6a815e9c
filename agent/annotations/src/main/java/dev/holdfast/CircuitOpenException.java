package dev.holdfast;

import java.time.Duration;
import java.util.Locale;

/**
 * The {@link CircuitBreaker} is open, or has all its trial calls out; the method did not run.
 *
 * <p>Cheap, because an outage throws it very often: no stack trace, and a message that is built
 * when it is read. The cause is the last failure that the breaker saw.
 */
public class CircuitOpenException extends CallRefusedException {
  private static final long serialVersionUID = 1L;

  private final double failureRate;

  /**
   * A refusal that words itself: {@code breaker shop.Cart#pay is OPEN (failure rate 60.0 %, next
   * trial in 4.2 s)}.
   *
   * @param name the breaker's name
   * @param failureRate the percentage of failures that opened it
   * @param retryAfter the time until the next trial; null or negative: not known
   * @param cause the last failure that the breaker saw; null: none
   */
  public CircuitOpenException(
      String name, double failureRate, Duration retryAfter, Throwable cause) {
    super("circuit-breaker", name, null, retryAfter, cause, /* writableStackTrace= */ false);
    this.failureRate = failureRate;
  }

  /**
   * A refusal in the caller's words, its failure rate not known.
   *
   * @param name the breaker's name
   * @param message what was refused, and why; null: this class's own words
   * @param retryAfter the time until the next trial; null or negative: not known
   * @param cause the last failure that the breaker saw; null: none
   */
  public CircuitOpenException(String name, String message, Duration retryAfter, Throwable cause) {
    super("circuit-breaker", name, message, retryAfter, cause, /* writableStackTrace= */ false);
    this.failureRate = Double.NaN;
  }

  /** The failures that opened the breaker, in percent; NaN: not known. */
  public double failureRate() {
    return failureRate;
  }

  @Override
  public String getMessage() {
    String given = super.getMessage();
    if (given != null) {
      return given;
    }
    String rate =
        Double.isNaN(failureRate)
            ? ""
            : String.format(Locale.ROOT, "failure rate %.1f %%, ", failureRate);
    String next =
        retryAfter().isZero()
            ? "trials under way"
            : "next trial in " + DurationText.of(retryAfter());
    return "breaker " + name() + " is OPEN (" + rate + next + ")";
  }
}
