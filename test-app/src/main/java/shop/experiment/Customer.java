package shop.experiment;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import shop.Order;
import shop.Receipt;

/** Presses the button and, shown an error, presses it once more: as people do. */
record Customer(Button button) {
  private static final Duration ASTONISHMENT = Duration.ofMillis(300);

  Outcome buy(Order order) throws InterruptedException {
    long start = System.nanoTime();
    Optional<Receipt> receipt = press(order);
    if (receipt.isEmpty()) {
      Thread.sleep(ASTONISHMENT.toMillis());
      receipt = press(order);
    }
    return new Outcome(order.id(), receipt, Duration.ofNanos(System.nanoTime() - start));
  }

  private Optional<Receipt> press(Order order) throws InterruptedException {
    try {
      return Optional.of(button.press(order));
    } catch (IOException | RuntimeException shownAsAnError) {
      return Optional.empty();
    }
  }
}
