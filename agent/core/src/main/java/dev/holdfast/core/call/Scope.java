package dev.holdfast.core.call;

import org.jspecify.annotations.Nullable;

/**
 * What code running inside a guarded call may know of it; immutable, replaced whole.
 *
 * @param attempt the attempt of the innermost guarded call, from 1
 * @param deadline the deadline in force, the earliest of all calls around
 * @param key the idempotency key in force
 */
public record Scope(int attempt, @Nullable Deadline deadline, @Nullable String key) {

  /** Outside of every guarded call. */
  public static final Scope NONE = new Scope(1, null, null);

  public Scope {
    if (attempt < 1) {
      throw new IllegalArgumentException("attempt: " + attempt + " (expected: >= 1)");
    }
  }

  /** This scope in another attempt. */
  public Scope withAttempt(int number) {
    return number == attempt ? this : new Scope(number, deadline, key);
  }

  /** This scope under another deadline, unless the one in force is earlier. */
  public Scope withDeadline(Deadline candidate) {
    return new Scope(attempt, candidate.earlier(deadline), key);
  }

  /** This scope with another key. */
  public Scope withKey(@Nullable String other) {
    return new Scope(attempt, deadline, other);
  }
}
