package shop.experiment;

import java.util.Map;
import shop.services.Kind;

/**
 * What the services know of the day, which is what counts.
 *
 * @param charges how often each order was charged, by the provider's ledger; uncharged orders
 *     missing
 * @param requests how many requests reached each service
 */
record Books(Map<String, Integer> charges, Map<Kind, Integer> requests) {

  boolean isCharged(String orderId) {
    return charges.containsKey(orderId);
  }

  long chargedTwice() {
    return charges.values().stream().filter(times -> times > 1).count();
  }
}
