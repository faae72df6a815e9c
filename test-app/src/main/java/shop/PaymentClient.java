package shop;

import dev.holdfast.CircuitBreaker;
import dev.holdfast.IdempotencyKey;
import dev.holdfast.Idempotent;
import dev.holdfast.Retry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;

/** Charges customers through the payment provider. */
final class PaymentClient {
  private final Http http;
  private final URI provider;

  PaymentClient(Http http, URI provider) {
    this.http = http;
    this.provider = provider;
  }

  Payment charge(Order order) throws IOException, InterruptedException {
    return charge(null, order);
  }

  /**
   * The provider books a charge once for each key that it is sent. Nobody here makes one up: under
   * the agent it is made from the order's id, and stays the same for every attempt and every press
   * of the button.
   */
  @Idempotent(key = "order.id")
  @Retry(maxAttempts = 5, attemptTimeout = "800ms")
  @CircuitBreaker(window = "20", minimumCalls = 10, openFor = "500ms", maxOpenFor = "1s")
  private Payment charge(@IdempotencyKey String key, Order order)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        Http.post(provider, "/charges/" + order.id(), Long.toString(order.cents()));
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    return new Payment(order.id(), order.cents(), http.send(request.build()));
  }
}
