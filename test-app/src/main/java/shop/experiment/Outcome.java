package shop.experiment;

import java.time.Duration;
import java.util.Optional;
import shop.Receipt;

/**
 * How one order ended.
 *
 * @param orderId which order
 * @param receipt the shop's answer; empty: an error, and the customer left
 * @param latency what the customer waited, from the first press of the button to the last answer
 */
record Outcome(String orderId, Optional<Receipt> receipt, Duration latency) {

  boolean isTaken() {
    return receipt.isPresent();
  }

  boolean isDegraded() {
    return receipt.filter(Receipt::isDegraded).isPresent();
  }

  boolean isChargedLater() {
    return receipt.filter(answer -> answer.payment().isPending()).isPresent();
  }
}
