package shop;

import dev.holdfast.CircuitBreaker;
import dev.holdfast.Fallback;
import dev.holdfast.Retry;
import java.io.IOException;
import java.net.URI;

/** Asks the recommendation service, which nobody should have to wait for. */
final class RecommendationClient {
  private final Http http;
  private final URI service;

  RecommendationClient(Http http, URI service) {
    this.http = http;
    this.service = service;
  }

  @Fallback(method = "bestsellers")
  @CircuitBreaker(window = "20", minimumCalls = 10, openFor = "500ms", maxOpenFor = "1s")
  Suggestions suggest(Order order) throws IOException, InterruptedException {
    return new Suggestions(ask(http, service, order).lines().toList(), true);
  }

  static Suggestions bestsellers(Order order) {
    return Suggestions.BESTSELLERS;
  }

  @Retry(maxAttempts = 2, backoff = "20ms", attemptTimeout = "300ms")
  private static String ask(Http http, URI service, Order order)
      throws IOException, InterruptedException {
    return http.send(Http.post(service, "/suggestions/" + order.id(), order.customer()));
  }
}
