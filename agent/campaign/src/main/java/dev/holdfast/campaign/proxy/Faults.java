package dev.holdfast.campaign.proxy;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Which chunks on their way meet trouble: one in so many, by chance. */
public final class Faults {

  private static final Fault[] ALL = Fault.values();
  private static final int LONGEST_DELAY_MILLIS = 300;

  private final AtomicInteger met = new AtomicInteger();
  private volatile int oneIn;

  /**
   * @param oneIn a chunk in so many meets trouble; 0 for none
   */
  public Faults(int oneIn) {
    this.oneIn = oneIn;
  }

  /** No trouble from now on. */
  public void end() {
    oneIn = 0;
  }

  /** How many chunks met trouble. */
  public int met() {
    return met.get();
  }

  Fault next() {
    int chance = oneIn;
    ThreadLocalRandom random = ThreadLocalRandom.current();
    if (chance == 0 || random.nextInt(chance) > 0) {
      return Fault.NONE;
    }
    met.incrementAndGet();
    return ALL[1 + random.nextInt(ALL.length - 1)];
  }

  static long delayMillis() {
    return ThreadLocalRandom.current().nextLong(LONGEST_DELAY_MILLIS);
  }
}
