package dev.holdfast;

import java.time.Duration;
import java.util.Objects;

/**
 * How an earlier attempt of the same call failed. Never thrown: attached as suppressed to the
 * failure that the caller of a {@link Retry} method gets, at most 16 of them. It has no stack trace
 * of its own; the failure, with its own, is the cause.
 */
public class AttemptFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int attempt;
  private final Duration elapsed;
  private final Duration waited;

  /**
   * A failed attempt.
   *
   * @param attempt 1 for the first
   * @param elapsed how long the attempt ran
   * @param waited how long the call then waited before the next attempt
   * @param failure what the attempt threw
   */
  public AttemptFailure(int attempt, Duration elapsed, Duration waited, Throwable failure) {
    super(null, failure, /* enableSuppression= */ false, /* writableStackTrace= */ false);
    this.attempt = attempt;
    this.elapsed = Objects.requireNonNull(elapsed, "elapsed");
    this.waited = Objects.requireNonNull(waited, "waited");
  }

  /** Which attempt it was, 1 for the first. */
  public int attempt() {
    return attempt;
  }

  /** How long the attempt ran. */
  public Duration elapsed() {
    return elapsed;
  }

  /** How long the call then waited before the next attempt. */
  public Duration waited() {
    return waited;
  }

  @Override
  public String getMessage() {
    return "attempt "
        + attempt
        + " failed after "
        + DurationText.of(elapsed)
        + ", next one "
        + DurationText.of(waited)
        + " later";
  }
}
