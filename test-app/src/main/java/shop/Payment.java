package shop;

/**
 * What the customer pays, now or later.
 *
 * @param orderId what for
 * @param cents how much
 * @param chargeId the provider's name for the charge; empty: not charged yet
 */
public record Payment(String orderId, long cents, String chargeId) {

  static Payment pending(Order order) {
    return new Payment(order.id(), order.cents(), "");
  }

  /** Whether the charge is still to come. */
  public boolean isPending() {
    return chargeId.isEmpty();
  }
}
