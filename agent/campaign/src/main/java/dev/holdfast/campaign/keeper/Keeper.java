package dev.holdfast.campaign.keeper;

import dev.holdfast.IdempotencyKey;
import dev.holdfast.Idempotent;
import dev.holdfast.campaign.child.Leash;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;

/**
 * Makes one call of each method; or makes them again, when none may run and each must answer as it
 * did at first. Ends without telling anybody.
 */
public final class Keeper {

  private static final String KEY =
      "a key of any length \u0000 \ud83d\ude00 " + "x".repeat(10 << 20);

  private final boolean mayRun;

  private Keeper(boolean mayRun) {
    this.mayRun = mayRun;
  }

  /**
   * Runs; fails if an answer is not the one it should be.
   *
   * @param arguments {@code first}, or {@code again}
   */
  public static void main(String[] arguments) {
    Leash.hold();
    Keeper keeper = new Keeper(arguments[0].equals("first"));
    require(keeper.everything(KEY).equals(Everything.sample()), "everything");
    require(keeper.later(KEY).join().equals(Payment.Card.class.getName()), "later");
    require(Arrays.equals(keeper.bytes(KEY), new byte[] {-128, 0, 127}), "bytes");
    require(Arrays.deepEquals(keeper.arrays(KEY), new String[][] {{"a", ""}, {}}), "arrays");
    require(keeper.number(KEY) == Long.MIN_VALUE, "number");
    keeper.nothing(KEY);
    try {
      require(keeper.declined(KEY).isEmpty(), "declined");
    } catch (Declined declined) {
      require("too little \u20ac".equals(declined.getMessage()), "the message");
    }
    Runtime.getRuntime().halt(0);
  }

  @Idempotent
  Everything everything(@IdempotencyKey String key) {
    return ran(Everything.sample());
  }

  @Idempotent
  CompletableFuture<String> later(@IdempotencyKey String key) {
    return CompletableFuture.completedFuture(ran(Payment.Card.class.getName()));
  }

  @Idempotent
  byte[] bytes(@IdempotencyKey String key) {
    return ran(new byte[] {-128, 0, 127});
  }

  @Idempotent
  String[][] arrays(@IdempotencyKey String key) {
    return ran(new String[][] {{"a", ""}, {}});
  }

  @Idempotent
  long number(@IdempotencyKey String key) {
    return ran(Long.MIN_VALUE);
  }

  @Idempotent
  void nothing(@IdempotencyKey String key) {
    ran(key);
  }

  @Idempotent(rememberFailures = Declined.class)
  String declined(@IdempotencyKey String key) {
    if (ran(key).equals(KEY)) {
      throw new Declined("too little \u20ac");
    }
    return key;
  }

  private <T> T ran(T result) {
    require(mayRun, "a call that was made once");
    return result;
  }

  private static void require(boolean isSo, String what) {
    if (!isSo) {
      throw new IllegalStateException(what + " is not as it was");
    }
  }
}
