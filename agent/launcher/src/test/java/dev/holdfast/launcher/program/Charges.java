package dev.holdfast.launcher.program;

import dev.holdfast.CallRefusedException;
import dev.holdfast.Holdfast;
import dev.holdfast.IdempotencyKey;
import dev.holdfast.Idempotent;
import dev.holdfast.Retry;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Idempotent calls, one after another and at once. */
@SuppressWarnings("SystemOut")
public final class Charges {

  private final List<String> booked = new ArrayList<>();
  private final List<String> keys = new ArrayList<>();

  private Charges() {}

  record Order(String id, int cents) {}

  record Receipt(String order, BigDecimal amount, List<String> notes) {}

  /** A failure that duplicates get as well. */
  public static final class Declined extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Declined(String message) {
      super(message);
    }
  }

  @Idempotent(key = "order.id", rememberFailures = Declined.class)
  private Receipt charge(Order order) {
    booked.add(order.id());
    if (order.cents() < 0) {
      throw new Declined("no " + order.cents());
    }
    return new Receipt(order.id(), BigDecimal.valueOf(order.cents(), 2), List.of("paid"));
  }

  @Idempotent(key = "order.id")
  @Retry(backoff = "0")
  private String send(@IdempotencyKey @Nullable String key, Order order) {
    keys.add(key + " " + Holdfast.attempt());
    if (Holdfast.attempt() == 1) {
      throw new IllegalStateException("lost: " + order.id());
    }
    return String.valueOf(key).equals(Holdfast.idempotencyKey().orElse("none")) ? "same" : "other";
  }

  @Idempotent
  private synchronized String slow(
      @IdempotencyKey String key, CountDownLatch begun, CountDownLatch goOn) {
    booked.add(key);
    begun.countDown();
    try {
      goOn.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    return "slow " + booked.size();
  }

  @Idempotent
  private CompletableFuture<String> later(@IdempotencyKey @Nullable String key) {
    booked.add(String.valueOf(key));
    return CompletableFuture.supplyAsync(() -> "later");
  }

  private static String of(Runnable call) {
    try {
      call.run();
      return "ran";
    } catch (CallRefusedException refused) {
      return refused.getClass().getSimpleName();
    } catch (RuntimeException failure) {
      return failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }
  }

  /** Prints what each call came to. */
  public static void main(String[] arguments) throws Exception {
    Charges charges = new Charges();
    Order order = new Order("17", 1250);
    System.out.println(charges.charge(order));
    System.out.println("equal: " + charges.charge(order).equals(charges.charge(order)));
    System.out.println("other arguments: " + of(() -> charges.charge(new Order("17", 9))));
    System.out.println("declined: " + of(() -> charges.charge(new Order("18", -1))));
    System.out.println("declined again: " + of(() -> charges.charge(new Order("18", -1))));
    System.out.println("booked: " + charges.booked);
    System.out.println("key in every attempt: " + charges.send(null, order));
    System.out.println(
        "same key: "
            + charges
                .keys
                .get(0)
                .replaceAll(" 1$", "")
                .equals(charges.keys.get(1).replaceAll(" 2$", "")));
    System.out.println("no key: " + of(() -> charges.later("").join()));
    System.out.println("async: " + charges.later("a").get() + ", " + charges.later("a").get());
    charges.booked.clear();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    CompletableFuture<String> first =
        CompletableFuture.supplyAsync(() -> charges.slow("k", begun, goOn));
    begun.await();
    CompletableFuture<String> second =
        CompletableFuture.supplyAsync(() -> charges.slow("k", begun, goOn));
    goOn.countDown();
    System.out.println("at once: " + first.get() + ", " + second.get());
  }
}
