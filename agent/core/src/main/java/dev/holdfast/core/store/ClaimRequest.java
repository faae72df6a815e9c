package dev.holdfast.core.store;

import java.time.Duration;
import java.util.Optional;

/**
 * Asks for the right to make a call.
 *
 * @param key whose right
 * @param fingerprint of the arguments; a claim whose fingerprint differs from the one stored is a
 *     mismatch, and where either is empty nothing is compared
 * @param lease how long the claim holds unless it is renewed; above zero
 * @param ttl how long a key that was lost by its holder is remembered after its lease; above zero
 * @param takesOver whether a key that was lost by its holder may be claimed again
 */
public record ClaimRequest(
    StoredKey key, Optional<String> fingerprint, Duration lease, Duration ttl, boolean takesOver) {

  public ClaimRequest {
    requirePositive("lease", lease);
    requirePositive("ttl", ttl);
  }

  /** Whether the two are of calls with different arguments. */
  public boolean contradicts(ClaimRequest other) {
    return contradicts(other.fingerprint);
  }

  /** Whether the other fingerprint is one of different arguments. */
  public boolean contradicts(Optional<String> other) {
    return fingerprint.isPresent() && other.isPresent() && !fingerprint.equals(other);
  }

  private static void requirePositive(String name, Duration duration) {
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException(name + ": " + duration + " (expected: above 0)");
    }
  }
}
