package dev.holdfast.store.redis;

import dev.holdfast.core.store.Claim;
import dev.holdfast.core.store.StoreFailure;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * Reads what the script {@code claim.lua} answers for a key: the token of a key that nobody had, or
 * a letter and what belongs to it.
 */
final class Reply {

  private Reply() {}

  /**
   * @throws StoreFailure if the value of the key is not one that this agent wrote
   */
  static Claim toClaim(Object reply) {
    if (reply instanceof Long token) {
      return new Claim.Acquired(token, false);
    }
    List<?> parts = (List<?>) reply;
    String letter = text(parts.get(0));
    return switch (letter) {
      case "A" -> new Claim.Acquired(number(parts.get(1)), number(parts.get(2)) > 0);
      case "F" -> new Claim.InFlight(Duration.ofMillis(number(parts.get(1))));
      case "C" -> new Claim.Completed(text(parts.get(1)));
      case "X" -> new Claim.Failed(text(parts.get(1)));
      case "M" -> new Claim.Mismatch();
      case "U" -> new Claim.Unknown();
      default -> throw new StoreFailure("the value of a key is not one that this agent wrote");
    };
  }

  private static long number(Object part) {
    return (Long) part;
  }

  private static String text(Object part) {
    return new String((byte[]) part, StandardCharsets.UTF_8);
  }
}
