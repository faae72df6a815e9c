package dev.holdfast.core.policy.breaker;

import dev.holdfast.core.time.Time;
import java.time.Duration;

/** How far back a breaker looks. */
sealed interface WindowSize {

  /** An empty window of this size. */
  Window open(Time time);

  /**
   * The last so many calls.
   *
   * @param calls from 1 to {@link #MOST}
   */
  record Calls(int calls) implements WindowSize {

    /** More would cost more memory than an estimate is worth. */
    static final int MOST = 1_000_000;

    static boolean allows(int calls) {
      return calls >= 1 && calls <= MOST;
    }

    public Calls {
      if (!allows(calls)) {
        throw new IllegalArgumentException("calls: " + calls + " (expected: 1 to " + MOST + ")");
      }
    }

    @Override
    public Window open(Time time) {
      return new CountWindow(calls);
    }

    @Override
    public String toString() {
      return Integer.toString(calls);
    }
  }

  /**
   * The calls of the last so long.
   *
   * @param length {@link #LEAST} or longer
   */
  record Span(Duration length) implements WindowSize {

    static final Duration LEAST = Duration.ofMillis(100);

    /** From here on a clock that is right to 100 ms is good enough for the slots of a window. */
    private static final Duration COARSE = Duration.ofSeconds(10);

    static boolean allows(Duration length) {
      return length.compareTo(LEAST) >= 0;
    }

    public Span {
      if (!allows(length)) {
        throw new IllegalArgumentException("length: " + length + " (expected: >= " + LEAST + ")");
      }
    }

    @Override
    public Window open(Time time) {
      return new TimeWindow(
          Nanos.of(length), length.compareTo(COARSE) < 0 ? time::nanoTime : time::coarseNanoTime);
    }
  }
}
