package shop;

import dev.holdfast.Deadline;
import dev.holdfast.Fallback;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/** What happens when a customer presses the button. */
final class Checkout {
  private final PaymentClient payments;
  private final RecommendationClient recommendations;
  private final StockClient stock;
  private final PendingCharges pending;

  Checkout(
      PaymentClient payments,
      RecommendationClient recommendations,
      StockClient stock,
      PendingCharges pending) {
    this.payments = payments;
    this.recommendations = recommendations;
    this.stock = stock;
    this.pending = pending;
  }

  @Deadline("5s")
  @Fallback(method = "chargeLater")
  Receipt place(Order order) throws IOException, InterruptedException {
    CompletableFuture<Delivery> delivery = stock.delivery(order);
    Suggestions suggestions = recommendations.suggest(order);
    Payment payment = payments.charge(order);
    return new Receipt(order.id(), payment, delivery.join(), suggestions);
  }

  /** Better to trust a customer for a minute than to send him away. */
  Receipt chargeLater(Order order) {
    pending.add(order);
    return Receipt.chargedLater(order);
  }
}
