package shop;

/**
 * The shop's answer to an order that it took.
 *
 * @param orderId which order
 * @param payment what it costs, and whether that is charged already
 * @param delivery when it arrives
 * @param suggestions what to buy next
 */
public record Receipt(String orderId, Payment payment, Delivery delivery, Suggestions suggestions) {

  static Receipt chargedLater(Order order) {
    return new Receipt(
        order.id(), Payment.pending(order), Delivery.UNKNOWN, Suggestions.BESTSELLERS);
  }

  /** Whether the customer got less than a good day's answer. */
  public boolean isDegraded() {
    return payment.isPending() || delivery.equals(Delivery.UNKNOWN) || !suggestions.isPersonal();
  }
}
