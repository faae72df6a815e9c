package dev.holdfast.campaign.child;

import dev.holdfast.IdempotencyKey;
import dev.holdfast.Idempotent;
import dev.holdfast.Idempotent.OnUnknown;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** Takes money: each call that is made writes its effect into the ledger. */
final class Till {

  static final String ONCE = "once";
  static final String AGAIN = "again";

  private static final long LONGEST_NANOS = 4_000_000;

  private final Journal effects;

  Till(Journal effects) {
    this.effects = effects;
  }

  /** Rather not at all than twice. */
  @Idempotent(name = ONCE, onUnknown = OnUnknown.FAIL)
  Receipt payOnce(@IdempotencyKey String key) {
    return pay(ONCE, key);
  }

  /** Again if nobody knows how it ended. */
  @Idempotent(name = AGAIN, onUnknown = OnUnknown.RUN)
  Receipt payAgain(@IdempotencyKey String key) {
    return pay(AGAIN, key);
  }

  private Receipt pay(String how, String key) {
    String effect = UUID.randomUUID().toString();
    pause();
    effects.write(how + " " + key + " " + effect);
    pause();
    return Receipt.of(effect);
  }

  private static void pause() {
    LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_NANOS));
  }
}
