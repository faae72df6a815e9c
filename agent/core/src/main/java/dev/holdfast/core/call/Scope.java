package dev.holdfast.core.call;

import org.jspecify.annotations.Nullable;

/**
 * What code running inside a guarded call may know of it; immutable, replaced whole.
 *
 * @param attempt the attempt of the innermost guarded call, from 1
 * @param isInRepeat whether a call around it is in an attempt after its first
 * @param deadline the deadline in force, the earliest of all calls around
 * @param carried the idempotency key in force
 * @param held the idempotency keys that calls around hold
 * @param request the request that all this is done for
 * @param requests what the attempt sends; null where nobody asks
 */
public record Scope(
    int attempt,
    boolean isInRepeat,
    @Nullable Deadline deadline,
    @Nullable CarriedKey carried,
    @Nullable HeldKey held,
    ServedRequest request,
    @Nullable Requests requests) {

  /** Outside of every guarded call. */
  public static final Scope NONE = new Scope(1, false, null, null, null, ServedRequest.NONE, null);

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
    return number == attempt
        ? this
        : new Scope(number, isInRepeat, deadline, carried, held, request, requests);
  }

  /** Whether what is done now may have been done before, in an earlier attempt of any call. */
  public boolean isRepeat() {
    return isInRepeat || attempt > 1;
  }

  /** This scope in a guarded call further in, at its first attempt. */
  Scope nested() {
    return requests == null && attempt == 1
        ? this
        : new Scope(
            1,
            isRepeat(),
            deadline,
            carried,
            held,
            request,
            requests == null ? null : requests.inside());
  }

  /** This scope in another attempt of the same call. */
  public Scope again(int number) {
    return requests == null
        ? withAttempt(number)
        : new Scope(number, isInRepeat, deadline, carried, held, request, requests.again());
  }

  /** This scope where a library itself makes a request again: it is the same one then. */
  public Scope repeating() {
    return requests == null
        ? this
        : new Scope(attempt, isInRepeat, deadline, carried, held, request, requests.repeating());
  }

  /** This scope in a call of which it matters what its attempts send. */
  public Scope watched() {
    return requests == null
        ? new Scope(
            attempt, isInRepeat, deadline, carried, held, request, Requests.numbered(null, carried))
        : this;
  }

  /** This scope under another deadline, unless the one in force is earlier. */
  public Scope withDeadline(Deadline candidate) {
    return new Scope(
        attempt, isInRepeat, candidate.earlier(deadline), carried, held, request, requests);
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
    return new Scope(
        attempt, isInRepeat, deadline, other, held, request, Requests.numbered(requests, other));
  }

  /** This scope inside a call that holds a key. */
  public Scope holding(HeldKey key, CarriedKey other) {
    return new Scope(
        attempt, isInRepeat, deadline, other, key, request, Requests.numbered(requests, other));
  }

  /** This scope inside a call that asks for a key, and carries what it carries. */
  public Scope asking(HeldKey key) {
    return new Scope(attempt, isInRepeat, deadline, carried, key, request, requests);
  }

  /** This scope while serving a request. */
  public Scope serving(ServedRequest served) {
    return new Scope(attempt, isInRepeat, deadline, carried, held, served, requests);
  }
}
