package shop;

import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Orders that were taken and are still to be charged. */
final class PendingCharges {
  private final Queue<Order> waiting = new ConcurrentLinkedQueue<>();
  private final PaymentClient payments;

  PendingCharges(PaymentClient payments) {
    this.payments = payments;
  }

  void add(Order order) {
    waiting.add(order);
  }

  int size() {
    return waiting.size();
  }

  /** Charges one after the other until none is left or the provider fails. */
  void settle() throws InterruptedException {
    for (Order order = waiting.peek(); order != null; order = waiting.peek()) {
      try {
        payments.charge(order);
      } catch (IOException | RuntimeException notNow) {
        moveToTheEnd(order);
        return;
      }
      waiting.remove(order);
    }
  }

  /** One order that cannot be charged does not hold up the others. */
  private void moveToTheEnd(Order order) {
    waiting.add(order);
    waiting.remove(order);
  }
}
