package dev.holdfast.core.wire;

import java.time.Duration;
import java.util.List;

/**
 * What one request takes along.
 *
 * @param headers to be added to it
 * @param leftNanos how long it may take; {@link #UNLIMITED} if that is nobody's business
 */
public record Outgoing(List<Header> headers, long leftNanos) {

  /** No limit. */
  public static final long UNLIMITED = Long.MAX_VALUE;

  private static final long MILLI = 1_000_000;

  public Outgoing {
    headers = List.copyOf(headers);
  }

  /** A header. */
  public record Header(String name, String value) {

    /** Whether it carries the call's key. */
    public boolean isKey() {
      return !name.equals(Wire.DEADLINE);
    }
  }

  /** Whether the request has a limit. */
  public boolean isLimited() {
    return leftNanos != UNLIMITED;
  }

  /**
   * The time-out that a request is to have: what is left, or its own if that is shorter. It ends
   * after the limit and not before, so that who set the limit is the one who cuts.
   *
   * @param ownMillis the client's own; 0 or less: none
   * @return at least 1; 0: none
   */
  public int timeoutMillis(long ownMillis) {
    long own = ownMillis <= 0 ? Long.MAX_VALUE : ownMillis;
    long shorter = isLimited() ? Math.min(own, leftMillis()) : own;
    return shorter == Long.MAX_VALUE ? 0 : (int) Math.min(shorter, Integer.MAX_VALUE);
  }

  /** What is left of the limit, at least a millisecond; only asked for where there is one. */
  public Duration left() {
    return Duration.ofMillis(leftMillis());
  }

  private long leftMillis() {
    return Math.max(0, leftNanos) / MILLI + 1;
  }
}
