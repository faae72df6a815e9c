package shop;

import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** An open shop: takes orders, and charges in the background those that it could not at once. */
public final class Shop implements AutoCloseable {
  private static final long SETTLE_EVERY_MILLIS = 250;

  private final ScheduledExecutorService background = Executors.newSingleThreadScheduledExecutor();
  private final PendingCharges pending;
  private final Checkout checkout;

  /** A shop that works with these services. */
  public Shop(ServiceAddresses services) {
    Http http = new Http();
    PaymentClient payments = new PaymentClient(http, services.payment());
    pending = new PendingCharges(payments);
    checkout =
        new Checkout(
            payments,
            new RecommendationClient(http, services.recommendations()),
            new StockClient(http, services.stock()),
            pending);
    background.scheduleWithFixedDelay(
        this::settle, SETTLE_EVERY_MILLIS, SETTLE_EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  /**
   * Takes an order. A customer who is shown the exception may press the button again.
   *
   * @throws IOException if a service did not answer, or not as it should
   */
  public Receipt place(Order order) throws IOException, InterruptedException {
    return checkout.place(order);
  }

  /** How many orders were taken and are still to be charged. */
  public int pendingCharges() {
    return pending.size();
  }

  @Override
  public void close() {
    background.shutdownNow();
  }

  private void settle() {
    try {
      pending.settle();
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }
}
