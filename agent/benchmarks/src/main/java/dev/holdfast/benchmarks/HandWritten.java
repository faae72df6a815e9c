package dev.holdfast.benchmarks;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntUnaryOperator;

/**
 * What a good engineer writes by hand for the same work: a loop with backoff, and a breaker over
 * the last 128 calls whose failure bits change only when the outcome differs.
 */
final class HandWritten {

  private static final int SIZE = 128;
  private static final long RATE = 50;

  private final LongAdder retries = new LongAdder();
  private final AtomicLong index = new AtomicLong();
  private final AtomicLongArray failures = new AtomicLongArray(SIZE / 64);
  private volatile long openUntil;
  private volatile boolean isOpen;

  int retry(Service service, int amount) throws InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try {
        return service.bare(amount);
      } catch (RuntimeException failure) {
        if (attempt == 3) {
          throw failure;
        }
        pause(attempt);
      }
    }
  }

  int retryAndBreaker(Service service, int amount) throws InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try {
        return breaker(service, amount);
      } catch (RuntimeException failure) {
        if (attempt == 3) {
          throw failure;
        }
        pause(attempt);
      }
    }
  }

  int breaker(Service service, int amount) {
    return admitted(service::bare, amount);
  }

  /** The breaker around any work; opened by hand for the benchmark of refusals. */
  int admitted(IntUnaryOperator work, int amount) {
    if (isOpen && System.nanoTime() - openUntil < 0) {
      throw new Refused();
    }
    int result;
    try {
      result = work.applyAsInt(amount);
    } catch (RuntimeException failure) {
      record(true);
      throw failure;
    }
    record(false);
    return result;
  }

  void open() {
    openUntil = System.nanoTime() + TimeUnit.HOURS.toNanos(1);
    isOpen = true;
  }

  private void record(boolean failed) {
    int slot = (int) index.getAndIncrement() & (SIZE - 1);
    long bit = 1L << slot;
    long word = failures.get(slot >> 6);
    if ((word & bit) != 0 != failed) {
      flip(slot >> 6, bit);
    }
  }

  private void flip(int word, long bit) {
    long changed = failures.accumulateAndGet(word, bit, (bits, flipped) -> bits ^ flipped);
    int failed = Long.bitCount(changed) + Long.bitCount(failures.get(1 - word));
    if (failed * 100L >= RATE * SIZE) {
      open();
    }
  }

  private void pause(int attempt) throws InterruptedException {
    retries.increment();
    TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextLong(100L << (attempt - 1)));
  }

  /** A refusal as cheap as it can be. */
  static final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Refused() {
      super("open", null, false, false);
    }
  }
}
