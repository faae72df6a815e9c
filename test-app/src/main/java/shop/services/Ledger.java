package shop.services;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * The payment provider's books: the judge of double charges. A charge that comes with a key is
 * booked once for that key, one without is booked each time that it comes.
 */
final class Ledger {
  private final AtomicInteger lastCharge = new AtomicInteger();
  private final Map<String, String> chargesByKey = new ConcurrentHashMap<>();
  private final Map<String, Integer> chargesOfOrder = new ConcurrentSkipListMap<>();

  /**
   * Books a charge, unless its key was booked before.
   *
   * @param key the Idempotency-Key that came with the request; null: none did
   * @return the charge's id
   */
  String charge(String orderId, String key) {
    return key == null
        ? book(orderId)
        : chargesByKey.computeIfAbsent(key, firstSeen -> book(orderId));
  }

  /** One line for each order that was charged: its id and how often. */
  String statement() {
    return chargesOfOrder.entrySet().stream()
        .map(order -> order.getKey() + " " + order.getValue())
        .collect(Collectors.joining("\n"));
  }

  private String book(String orderId) {
    chargesOfOrder.merge(orderId, 1, Integer::sum);
    return "charge-" + lastCharge.incrementAndGet();
  }
}
