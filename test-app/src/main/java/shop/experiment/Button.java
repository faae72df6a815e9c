package shop.experiment;

import java.io.IOException;
import shop.Order;
import shop.Receipt;

/** What a customer presses. */
@FunctionalInterface
interface Button {

  /**
   * Orders.
   *
   * @throws IOException which the customer is shown as an error
   */
  Receipt press(Order order) throws IOException, InterruptedException;
}
