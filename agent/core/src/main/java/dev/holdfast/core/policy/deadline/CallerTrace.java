package dev.holdfast.core.policy.deadline;

import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Joins the caller's stack to failures that were made on a worker, so that a trace tells who called
 * as it would without a handoff.
 */
final class CallerTrace {

  private static final String WORKER = Handoff.class.getName();

  /** As many causes as are looked at; a chain may be a circle. */
  private static final int MOST_CAUSES = 16;

  private CallerTrace() {}

  /** Appends the calling thread's stack to the failure and its causes, and returns the failure. */
  static Throwable appendTo(Throwable failure) {
    StackTraceElement[] caller = new Throwable().getStackTrace();
    Throwable next = failure;
    for (int step = 0; step < MOST_CAUSES && next != null; step++) {
      append(next, caller);
      next = next.getCause();
    }
    return failure;
  }

  /** A failure that was made elsewhere, or has been joined already, is left alone. */
  private static void append(Throwable failure, StackTraceElement[] caller) {
    StackTraceElement[] own = failure.getStackTrace();
    int base = baseOf(own);
    if (base < own.length && Arrays.stream(own, base, own.length).allMatch(CallerTrace::isBase)) {
      failure.setStackTrace(
          Stream.concat(Arrays.stream(own, 0, base + 1), Arrays.stream(caller))
              .toArray(StackTraceElement[]::new));
    }
  }

  /** Where the worker's own frames begin, from there to the bottom; the length if nowhere. */
  private static int baseOf(StackTraceElement[] trace) {
    int base = 0;
    while (base < trace.length && !trace[base].getClassName().equals(WORKER)) {
      base++;
    }
    return base;
  }

  private static boolean isBase(StackTraceElement frame) {
    String type = frame.getClassName();
    return type.startsWith("dev.holdfast.core.") || type.startsWith("java.");
  }
}
