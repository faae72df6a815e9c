package dev.holdfast.campaign.crowd;

import dev.holdfast.IdempotencyKey;
import dev.holdfast.Idempotent;
import dev.holdfast.campaign.child.Leash;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Holds a key for a while; or waits for it, many times at once. */
public final class Crowd {

  /** What it prints once it holds the key. */
  public static final String HOLDS = "holds";

  /** Longer than the others take to line up. */
  private static final int HELD_SECONDS = 8;

  private static final String KEY = "the key of all";

  /**
   * Runs.
   *
   * @param arguments {@code hold}, or how many wait; those print how many were answered, how many
   *     answers there were, and how many threads there were at most
   */
  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) {
    Leash.hold();
    Crowd crowd = new Crowd();
    if (arguments[0].equals("hold")) {
      crowd.pay(KEY).join();
      return;
    }
    List<CompletableFuture<String>> calls =
        IntStream.range(0, Integer.parseInt(arguments[0]))
            .mapToObj(number -> crowd.pay(KEY))
            .toList();
    List<String> answers = calls.stream().map(CompletableFuture::join).toList();
    System.out.printf(
        "%d %d %d%n",
        answers.size(),
        answers.stream().distinct().count(),
        ManagementFactory.getThreadMXBean().getPeakThreadCount());
  }

  /** Takes its time. */
  @SuppressWarnings("SystemOut")
  @Idempotent(name = "crowd")
  CompletableFuture<String> pay(@IdempotencyKey String key) {
    System.out.println(HOLDS);
    return CompletableFuture.supplyAsync(
        () -> "paid", CompletableFuture.delayedExecutor(HELD_SECONDS, TimeUnit.SECONDS));
  }
}
