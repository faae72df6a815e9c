package dev.holdfast.core.store;

import java.time.Duration;

/** What a store answers to a {@link ClaimRequest}. */
public sealed interface Claim {

  /**
   * The caller holds the key now, and makes the call.
   *
   * @param token greater than every token given for this key before
   * @param isTakenOver whether a holder was lost before: its effect may have happened
   */
  record Acquired(long token, boolean isTakenOver) implements Claim {}

  /**
   * Somebody else holds the key.
   *
   * @param left how long their lease still lasts unless it is renewed; by the store's clock
   */
  record InFlight(Duration left) implements Claim {}

  /** The call was made, and returned this. */
  record Completed(String result) implements Claim {}

  /** The call was made, and failed in a way that is kept. */
  record Failed(String failure) implements Claim {}

  /** The key was used with other arguments. */
  record Mismatch() implements Claim {}

  /** A holder was lost, and the request does not take over: nobody knows how the call ended. */
  record Unknown() implements Claim {}
}
