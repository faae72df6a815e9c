package dev.holdfast.core.policy.breaker;

/**
 * What a window holds at one moment.
 *
 * @param calls outcomes counted; 0 or more
 * @param failures those that were failures
 * @param slow those that were slow, failed or not
 */
public record Tally(long calls, long failures, long slow) {

  /** An empty window. */
  public static final Tally NONE = new Tally(0, 0, 0);

  /** Failures in percent; 0 when nothing is counted. */
  public double failureRate() {
    return percent(failures);
  }

  /** Slow calls in percent; 0 when nothing is counted. */
  public double slowRate() {
    return percent(slow);
  }

  private double percent(long some) {
    return calls == 0 ? 0 : 100.0 * some / calls;
  }
}
