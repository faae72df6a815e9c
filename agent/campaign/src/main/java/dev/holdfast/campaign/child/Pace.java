package dev.holdfast.campaign.child;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** Which key all processes call with at a time, and how they rest between calls. */
final class Pace {

  /** So long a key is used by all. */
  private static final long SLOT_MILLIS = 40;

  /** Callers who come late meet finished calls. */
  private static final int SLOTS_BACK = 4;

  /** Duplicates of finished calls take no time, and the others need some to begin. */
  private static final long LONGEST_PAUSE_NANOS = 48_000_000;

  private Pace() {}

  static String key() {
    long slot = System.currentTimeMillis() / SLOT_MILLIS;
    return "k" + (slot - ThreadLocalRandom.current().nextInt(SLOTS_BACK));
  }

  static void pause() {
    LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_NANOS));
  }
}
