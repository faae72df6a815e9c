package dev.holdfast.core.policy.idempotent;

import dev.holdfast.Deadline;
import dev.holdfast.Idempotent;
import dev.holdfast.Idempotent.OnUnavailable;
import dev.holdfast.Idempotent.OnUnknown;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** A shop that charges once for each key, in a store elsewhere. */
final class StoreShop {

  /** What a charge gives. */
  record Receipt(@Nullable String id, int number) {}

  final CountDownLatch begun = new CountDownLatch(1);
  Runnable inside = () -> {};
  int charges;

  private Receipt charged(String id) {
    charges++;
    inside.run();
    return new Receipt(id, charges);
  }

  @Idempotent(key = "id")
  String opens(@Nullable String id) {
    return String.valueOf(id);
  }

  @Idempotent(key = "id")
  Receipt charge(String id) {
    return charged(id);
  }

  @Idempotent(key = "id")
  Receipt chargeOnce(String id) {
    return charged(id);
  }

  @Idempotent(key = "id", onUnavailable = OnUnavailable.RUN)
  Receipt chargeAnyway(String id) {
    return charged(id);
  }

  @Idempotent(key = "id")
  Receipt chargeCents(String id, int cents) {
    return charged(id + cents);
  }

  @Idempotent(key = "id", onUnknown = OnUnknown.FAIL)
  Receipt chargeAtMostOnce(String id) {
    return charged(id);
  }

  @Idempotent(key = "id")
  @Deadline("2s")
  Receipt chargeInTime(String id) {
    return charged(id);
  }

  /** The store of a shop that is woven so; its first call opens it. */
  static FlakyStore storeOf(Woven shop) {
    shop.fail("opens", (Object) null);
    return Objects.requireNonNull(FlakyStore.last);
  }
}
