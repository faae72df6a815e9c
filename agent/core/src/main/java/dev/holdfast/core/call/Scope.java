package dev.holdfast.core.call;

import org.jspecify.annotations.Nullable;

/**
 * What code running inside a guarded call may know of it; immutable, replaced whole.
 *
 * @param attempt the attempt of the innermost guarded call, from 1
 * @param deadline the deadline in force, the earliest of all calls around
 * @param carried the idempotency key in force
 * @param held the idempotency keys that calls around hold
 * @param request the request that all this is done for
 */
public record Scope(
    int attempt,
    @Nullable Deadline deadline,
    @Nullable CarriedKey carried,
    @Nullable HeldKey held,
    ServedRequest request) {

  /** Outside of every guarded call. */
  public static final Scope NONE = new Scope(1, null, null, null, ServedRequest.NONE);

  public Scope {
    if (attempt < 1) {
      throw new IllegalArgumentException("attempt: " + attempt + " (expected: >= 1)");
    }
  }

  /** Whether this is {@link #NONE} itself. */
  @SuppressWarnings("ReferenceEquality") // asked at every call; an equal scope is as rare as right
  public boolean isNone() {
    return this == NONE;
  }

  /** This scope in another attempt. */
  public Scope withAttempt(int number) {
    return number == attempt ? this : new Scope(number, deadline, carried, held, request);
  }

  /** This scope under another deadline, unless the one in force is earlier. */
  public Scope withDeadline(Deadline candidate) {
    return new Scope(attempt, candidate.earlier(deadline), carried, held, request);
  }

  /** The idempotency key in force, as the application knows it. */
  public @Nullable String key() {
    return carried == null ? null : carried.text();
  }

  /** The idempotency key in force, as callees outside the process may see it. */
  public @Nullable String outgoingKey() {
    return carried == null ? null : carried.outgoing();
  }

  /** This scope with another key, which callees may see as it is. */
  public Scope withKey(@Nullable String other) {
    return withKey(other == null ? null : new CarriedKey.Known(other, other));
  }

  /** This scope with another key, which callees see in another form. */
  public Scope withKey(String text, String outgoing) {
    return withKey(new CarriedKey.Known(text, outgoing));
  }

  /** This scope with another key. */
  public Scope withKey(@Nullable CarriedKey other) {
    return new Scope(attempt, deadline, other, held, request);
  }

  /** This scope inside a call that holds a key. */
  public Scope holding(HeldKey key, CarriedKey other) {
    return new Scope(attempt, deadline, other, key, request);
  }

  /** This scope while serving a request. */
  public Scope serving(ServedRequest served) {
    return new Scope(attempt, deadline, carried, held, served);
  }
}
