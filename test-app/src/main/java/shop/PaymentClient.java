package shop;

import dev.holdfast.CircuitBreaker;
import dev.holdfast.Idempotent;
import dev.holdfast.Retry;
import java.io.IOException;
import java.net.URI;

/** Charges customers through the payment provider. */
final class PaymentClient {
  private final Http http;
  private final URI provider;

  PaymentClient(Http http, URI provider) {
    this.http = http;
    this.provider = provider;
  }

  /**
   * The provider books a charge once for each {@code Idempotency-Key} that it is sent. Nobody here
   * sends one: under the agent every request of this method carries it, made from the order's id,
   * the same for every attempt and every press of the button.
   */
  @Idempotent(key = "order.id")
  @Retry(maxAttempts = 5, attemptTimeout = "800ms")
  @CircuitBreaker(window = "20", minimumCalls = 10, openFor = "500ms", maxOpenFor = "1s")
  Payment charge(Order order) throws IOException, InterruptedException {
    String cents = Long.toString(order.cents());
    String chargeId = http.send(Http.post(provider, "/charges/" + order.id(), cents));
    return new Payment(order.id(), order.cents(), chargeId);
  }
}
