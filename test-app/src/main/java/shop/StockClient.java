package shop;

import dev.holdfast.CircuitBreaker;
import dev.holdfast.Fallback;
import dev.holdfast.Retry;
import java.net.URI;
import java.util.concurrent.CompletableFuture;

/** Asks the stock service when an order can arrive, while the checkout does other things. */
final class StockClient {
  private final Http http;
  private final URI service;

  StockClient(Http http, URI service) {
    this.http = http;
    this.service = service;
  }

  /** Falls back to {@link Delivery#UNKNOWN}, which the agent finds by its name. */
  @Fallback
  @Retry(attemptTimeout = "500ms")
  @CircuitBreaker(window = "20", minimumCalls = 10, openFor = "500ms", maxOpenFor = "1s")
  CompletableFuture<Delivery> delivery(Order order) {
    return http.sendAsync(Http.post(service, "/deliveries/" + order.id(), ""))
        .thenApply(days -> new Delivery(Integer.parseInt(days)));
  }
}
