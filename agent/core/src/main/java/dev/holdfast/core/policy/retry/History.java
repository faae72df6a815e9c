package dev.holdfast.core.policy.retry;

import dev.holdfast.AttemptFailure;
import dev.holdfast.core.call.Causes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How the earlier attempts of one call failed; the first 16 of them. */
final class History {

  private static final int MOST = 16;

  private final List<AttemptFailure> failures = new ArrayList<>(2);

  /** An attempt has failed, and another one follows. */
  void add(int attempt, long elapsedNanos, long waitedNanos, Throwable failure) {
    if (failures.size() < MOST) {
      Duration elapsed = Duration.ofNanos(Math.max(0, elapsedNanos));
      failures.add(new AttemptFailure(attempt, elapsed, Duration.ofNanos(waitedNanos), failure));
    }
  }

  /**
   * Attaches the earlier failures to the one that the caller gets, unless another call could find
   * them there: on an object that two attempts threw, that carries a history already, or that the
   * JVM keeps for all (such exceptions have no stack trace).
   */
  void attachTo(Throwable last) {
    if (!isMarked(last) && !isShared(last)) {
      failures.forEach(last::addSuppressed);
    }
  }

  /** Whether other calls may end with the same object; one attempt alone cannot tell. */
  boolean isShared(Throwable last) {
    return failures.isEmpty()
        || isOfTheJvm(last)
        || failures.stream().anyMatch(earlier -> Causes.contains(earlier, last));
  }

  private static boolean isMarked(Throwable failure) {
    for (Throwable suppressed : failure.getSuppressed()) {
      if (suppressed instanceof AttemptFailure) {
        return true;
      }
    }
    return false;
  }

  /**
   * For hot implicit exceptions the JIT throws one object again and again, without a stack trace.
   *
   * @see <a href="https://docs.oracle.com/en/java/javase/17/docs/specs/man/java.html">the option
   *     OmitStackTraceInFastThrow</a>
   */
  private static boolean isOfTheJvm(Throwable last) {
    return last.getClass().getName().startsWith("java.lang.") && last.getStackTrace().length == 0;
  }
}
