package dev.holdfast.core.call;

import dev.holdfast.core.time.Time;
import org.jspecify.annotations.Nullable;

/**
 * The one moment at which a logical call has to be over, on the monotonic clock. Nested guarded
 * calls inherit the earlier of theirs and their caller's, as the same object.
 */
public final class Deadline {

  private final long atNanos;
  private final String guard;
  private volatile boolean hasFired;

  /**
   * @param atNanos the moment on {@link Time#nanoTime()}
   * @param guard the guard that set it, so that guards further in can tell theirs from an inherited
   *     one
   */
  public Deadline(long atNanos, String guard) {
    this.atNanos = atNanos;
    this.guard = guard;
  }

  /** A deadline that many nanoseconds from now; saturates rather than wrap. */
  public static Deadline after(long nanos, Time time, String guard) {
    return new Deadline(time.nanoTime() + Math.min(nanos, Long.MAX_VALUE / 2), guard);
  }

  /** Nanoseconds left; zero or less when it has passed. */
  public long remainingNanos(Time time) {
    return atNanos - time.nanoTime();
  }

  /** The moment on {@link Time#nanoTime()}; compare by subtraction. */
  public long atNanos() {
    return atNanos;
  }

  /** The guard that set it. */
  public String guard() {
    return guard;
  }

  /** Whether what was in flight has been cut by it. */
  public boolean hasFired() {
    return hasFired;
  }

  /** What is in flight is being cut. */
  public void fire() {
    hasFired = true;
  }

  /** Whichever of the two comes first; {@code this} when they are equal. */
  public Deadline earlier(@Nullable Deadline other) {
    return other != null && other.atNanos - atNanos < 0 ? other : this;
  }
}
