package dev.holdfast.campaign.throughput;

import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** How fast pairs were. */
final class Measurement {

  private static final int MOST = 2_000_000;

  private final double pairsPerSecond;

  /** In nanoseconds, in order. */
  private final long[] latencies;

  private Measurement(double pairsPerSecond, long[] latencies) {
    this.pairsPerSecond = pairsPerSecond;
    this.latencies = latencies;
  }

  static Measurement of(Pair pair, int callers, long nanos) throws InterruptedException {
    long[] latencies = new long[MOST];
    AtomicLong done = new AtomicLong();
    CountDownLatch ended = new CountDownLatch(callers);
    long begin = System.nanoTime();
    for (int caller = 0; caller < callers; caller++) {
      Thread thread =
          new Thread(
              () -> {
                for (long now = begin; now - begin < nanos; ) {
                  pair.run(key());
                  long end = System.nanoTime();
                  latencies[(int) (done.getAndIncrement() % MOST)] = end - now;
                  now = end;
                }
                ended.countDown();
              },
              "caller");
      thread.setDaemon(true);
      thread.start();
    }
    ended.await();
    long[] sorted = Arrays.copyOf(latencies, (int) Math.min(MOST, done.get()));
    Arrays.sort(sorted);
    return new Measurement(done.get() * 1e9 / (System.nanoTime() - begin), sorted);
  }

  /** As callers make them: a UUID, and so one that falls anywhere into an index. */
  private static String key() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }

  double pairsPerSecond() {
    return pairsPerSecond;
  }

  private long micros(int percent) {
    return latencies[(int) ((latencies.length - 1) * (long) percent / 100)] / 1_000;
  }

  @Override
  public String toString() {
    return "%,9.0f pairs/s  p50 %,7d us  p99 %,7d us"
        .formatted(pairsPerSecond, micros(50), micros(99));
  }
}
