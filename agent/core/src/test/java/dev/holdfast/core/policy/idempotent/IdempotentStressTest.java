package dev.holdfast.core.policy.idempotent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.Idempotent;
import dev.holdfast.core.call.Causes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What holds whatever many threads do at once. */
@Timeout(120)
final class IdempotentStressTest {

  private static final int THREADS = 16;
  private static final int CALLS = 2_000;
  private static final int KEYS = 40;

  /** At once, not at all, later. */
  private static final int[] HOW = {0, 1, 3};

  private final Shop shop = new Shop();

  @Test
  void haveOneEffectForEachKeyHoweverCallsFailAndAreInterrupted() throws Exception {
    Woven woven = new Woven(shop);
    Map<String, Object> results = new ConcurrentHashMap<>();

    inThreads(
        random -> {
          String key = "key-" + random.nextInt(KEYS);
          boolean isInterrupted = random.nextInt(20) == 0;
          if (isInterrupted) {
            Thread.currentThread().interrupt();
          }
          try {
            note(results, key, Objects.requireNonNull(woven.call("charge", key)));
          } catch (Throwable expected) {
            assertThat(expected)
                .isInstanceOfAny(
                    IllegalStateException.class, dev.holdfast.DuplicateCallException.class);
          }
          assertThat(Thread.interrupted()).isEqualTo(isInterrupted);
        });

    assertThat(shop.effects).allSatisfy((key, effects) -> assertThat(effects).hasValue(1));
    assertThat(shop.effects.keySet()).isEqualTo(results.keySet());
    assertThat(woven.time.pendingAlarms()).as("of the sweeper").isEqualTo(1);
  }

  @Test
  void haveOneEffectForEachKeyHoweverFuturesFailAndAreCancelled() throws Exception {
    ExecutorService workers = Executors.newFixedThreadPool(4);
    try {
      Woven woven = new Woven(shop, workers::execute);
      Map<String, Object> results = new ConcurrentHashMap<>();

      inThreads(
          random -> {
            String key = "key-" + random.nextInt(KEYS);
            CompletableFuture<?> call = begin(woven, key, HOW[random.nextInt(HOW.length)]);
            if (random.nextInt(10) == 0) {
              call.cancel(true);
            }
            try {
              note(results, key, call.get(60, TimeUnit.SECONDS));
            } catch (Exception expected) {
              assertThat(Causes.unwrap(expected))
                  .isInstanceOfAny(IllegalStateException.class, CancellationException.class);
            }
          });

      assertThat(results).isNotEmpty();
      shop.effects.forEach(
          (key, effects) ->
              assertThat(effects.get())
                  .as("effects of %s, those of cancelled calls aside", key)
                  .isLessThanOrEqualTo(1 + cancelled(key)));
      assertThat(woven.time.pendingAlarms()).as("of the sweeper").isEqualTo(1);
    } finally {
      workers.shutdownNow();
    }
  }

  @Test
  void letTenThousandWaitForOneWithoutThreads() {
    List<Runnable> handedOver = new ArrayList<>();
    Woven woven = new Woven(shop, handedOver::add);
    CompletableFuture<?> first = begin(woven, "key", 2);
    List<CompletableFuture<?>> duplicates = new ArrayList<>();
    int threads = Thread.activeCount();
    for (int number = 0; number < 10_000; number++) {
      duplicates.add(begin(woven, "key", 0));
    }

    assertThat(Thread.activeCount()).isLessThanOrEqualTo(threads);
    assertThat(duplicates).noneMatch(CompletableFuture::isDone);
    shop.open.values().forEach(body -> body.complete("charged"));
    handedOver.forEach(Runnable::run);

    assertThat(first).isDone();
    assertThat(duplicates).allMatch(each -> "charged".equals(each.join()));
    assertThat(woven.outcomes("chargeLater"))
        .isEqualTo(Map.of("waited", 10_000L, "replayed", 10_000L));
  }

  private int cancelled(String key) {
    AtomicInteger count = shop.cancelled.get(key);
    return count == null ? 0 : count.get();
  }

  private static CompletableFuture<?> begin(Woven woven, String key, int how) {
    try {
      return (CompletableFuture<?>) Objects.requireNonNull(woven.call("chargeLater", key, how));
    } catch (Throwable thrown) {
      throw new AssertionError("it threw instead of failing the future", thrown);
    }
  }

  private static void note(Map<String, Object> results, String key, Object result) {
    Object known = results.putIfAbsent(key, result);
    assertThat(result).isEqualTo(known == null ? result : known);
  }

  /** Something to do over and over. */
  private interface Step {
    void run(Random random) throws Exception;
  }

  private static void inThreads(Step step) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    CyclicBarrier start = new CyclicBarrier(THREADS);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        Random random = new Random(thread);
        all.add(
            threads.submit(
                () -> {
                  start.await(30, TimeUnit.SECONDS);
                  for (int call = 0; call < CALLS / THREADS; call++) {
                    step.run(random);
                  }
                  return null;
                }));
      }
      for (Future<?> each : all) {
        each.get(100, TimeUnit.SECONDS);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  static final class Shop {
    final Map<String, AtomicInteger> effects = new ConcurrentHashMap<>();
    final Map<String, AtomicInteger> cancelled = new ConcurrentHashMap<>();
    final Map<CompletableFuture<String>, CompletableFuture<String>> open =
        new ConcurrentHashMap<>();
    private final AtomicInteger calls = new AtomicInteger();

    @Idempotent(key = "id")
    String charge(String id) {
      if (calls.incrementAndGet() % 3 == 0) {
        throw new IllegalStateException("down");
      }
      return id + " " + effect(id);
    }

    @Idempotent(key = "id", matchArguments = false)
    @Nullable CompletableFuture<String> chargeLater(String id, int how) {
      CompletableFuture<String> body = new CompletableFuture<>();
      body.whenComplete(
          (result, failure) -> {
            if (body.isCancelled()) {
              cancelled.computeIfAbsent(id, key -> new AtomicInteger()).incrementAndGet();
            }
          });
      switch (how) {
        case 0 -> body.complete(id + " " + effect(id));
        case 1 -> body.completeExceptionally(new IllegalStateException("down"));
        case 2 -> open.put(body, body);
        default -> body.completeAsync(() -> id + " " + effect(id));
      }
      return body;
    }

    private int effect(String id) {
      return effects.computeIfAbsent(id, key -> new AtomicInteger()).incrementAndGet();
    }
  }
}
