package dev.holdfast.store.h2;

import dev.holdfast.core.store.Claim;
import dev.holdfast.core.store.ClaimRequest;
import dev.holdfast.core.store.Hold;
import dev.holdfast.core.store.Settlement;
import dev.holdfast.core.store.StoredKey;
import dev.holdfast.core.store.blocking.BlockingStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Another process that uses a folder until it is killed. */
final class Occupant {

  static final String READY = "ready";
  static final String RESULT = "\"kept\"";
  static final StoredKey KEY = StoredKey.of("shop.Cart#pay", List.of(), "order-1");

  private static final Duration LONG = Duration.ofHours(1);

  private Occupant() {}

  static ClaimRequest request() {
    return new ClaimRequest(KEY, Optional.empty(), LONG, LONG, true);
  }

  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) throws Exception {
    BlockingStore store =
        new FileOpener("its store", Path.of(arguments[0]), System::currentTimeMillis, weak -> {})
            .open();
    for (int number = 2; number < 40; number++) {
      pay(store, StoredKey.of("shop.Cart#pay", List.of(), "order-" + number));
    }
    pay(store, KEY);
    System.out.println(READY);
    new CountDownLatch(1).await();
  }

  private static void pay(BlockingStore store, StoredKey key) throws Exception {
    ClaimRequest request = new ClaimRequest(key, Optional.empty(), LONG, LONG, true);
    Claim.Acquired claim = (Claim.Acquired) store.claim(request, "occupant");
    store.settle(new Hold(key, claim.token()), new Settlement.Complete(RESULT, LONG));
  }
}
