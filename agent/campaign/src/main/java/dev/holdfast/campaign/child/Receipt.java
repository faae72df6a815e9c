package dev.holdfast.campaign.child;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A result with fields of many kinds; two are equal only if they are of one effect. */
public record Receipt(
    String effect,
    BigDecimal amount,
    Instant at,
    Duration took,
    Optional<String> note,
    List<Integer> parts,
    Map<String, Long> totals) {

  static Receipt of(String effect) {
    int seed = effect.hashCode();
    return new Receipt(
        effect,
        BigDecimal.valueOf(seed, 2),
        Instant.ofEpochSecond(1_800_000_000L + seed, Math.abs((long) seed) % 1_000_000_000L),
        Duration.ofNanos(Math.abs((long) seed)),
        seed % 2 == 0 ? Optional.empty() : Optional.of("\u00fc\u2713 " + effect),
        List.of(seed, 1),
        Map.of("total", (long) seed));
  }
}
