package dev.holdfast.launcher.program;

import dev.holdfast.CallRefusedException;
import dev.holdfast.IdempotencyKey;
import dev.holdfast.Idempotent;
import java.math.BigDecimal;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** One idempotent call, whose result outlives its JVM where the store does. */
@SuppressWarnings("SystemOut")
public final class Kept {

  private Kept() {}

  record Receipt(
      String order, BigDecimal amount, Instant at, Optional<String> note, List<Integer> parts) {}

  @Idempotent
  private static Receipt charge(@IdempotencyKey String order) {
    System.out.println("charged " + order);
    return new Receipt(
        order,
        new BigDecimal("12.50"),
        Instant.parse("2026-11-23T10:15:30.123456789Z"),
        Optional.of("\u00fc"),
        List.of(1, 2));
  }

  /** Prints what came of it, and whether drivers can be seen. */
  public static void main(String[] arguments) {
    Receipt expected =
        new Receipt(
            "17",
            new BigDecimal("12.50"),
            Instant.parse("2026-11-23T10:15:30.123456789Z"),
            Optional.of("\u00fc"),
            List.of(1, 2));
    try {
      System.out.println("equal: " + charge("17").equals(expected));
    } catch (CallRefusedException refused) {
      refused.printStackTrace();
      System.out.println(refused.getClass().getSimpleName());
    }
    System.out.println("drivers: " + Collections.list(DriverManager.getDrivers()));
  }
}
