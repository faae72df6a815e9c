package dev.holdfast.servers.jdk;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpPrincipal;
import dev.holdfast.core.call.Causes;
import dev.holdfast.core.call.HttpAnswer;
import dev.holdfast.core.call.Scope;
import dev.holdfast.core.call.Scopes;
import dev.holdfast.core.pipeline.Services;
import dev.holdfast.core.serve.HttpRefusal;
import dev.holdfast.core.serve.Reception;
import dev.holdfast.core.serve.Served;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Receives requests, and answers refusals that nobody maps. Of handlers that call one another the
 * outermost does.
 */
final class Exchanges {

  private final Reception reception;

  /** By what the engine offers. */
  Exchanges(Services services) {
    reception = Reception.of(services);
  }

  /** What handles a request. */
  @FunctionalInterface
  interface Work {

    /**
     * Handles it.
     *
     * @throws Throwable what the application throws
     */
    void handle() throws Throwable;
  }

  void serve(HttpExchange exchange, Work work) throws Throwable {
    if (Scopes.served() instanceof Served known && known.isActive()) {
      work.handle();
      return;
    }
    Served served = received(exchange);
    if (reception.isTooLate(served)) {
      answer(HttpRefusal.TOO_LATE, exchange);
      return;
    }
    Scope outer = Scopes.serve(served, served.scope());
    served.activate(true);
    try {
      work.handle();
    } catch (Throwable failure) {
      Optional<HttpRefusal> refusal = HttpRefusal.of(Causes.unwrap(failure));
      if (refusal.isEmpty() || exchange.getResponseCode() != -1) {
        throw failure;
      }
      answer(refusal.get(), exchange);
    } finally {
      served.activate(false);
      Scopes.leave(outer);
    }
  }

  /** A 5xx after attempts were made says so, and the caller's guards need not make them again. */
  void mark(Headers headers, int status) {
    int attempts = Scopes.served().exhausted();
    if (reception.marks()
        && status >= 500
        && status <= 599
        && attempts > 0
        && !headers.containsKey(HttpAnswer.RETRIED)) {
      headers.set(HttpAnswer.RETRIED, Integer.toString(attempts));
    }
  }

  private Served received(HttpExchange exchange) {
    Served served =
        reception.receive(
            exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath(),
            name -> exchange.getRequestHeaders().getOrDefault(name, List.of()));
    HttpPrincipal principal = exchange.getPrincipal();
    if (principal != null) {
      served.authenticate(principal.getName());
    }
    return served;
  }

  private void answer(HttpRefusal refusal, HttpExchange exchange) throws IOException {
    byte[] body = refusal.body();
    Headers headers = exchange.getResponseHeaders();
    try (exchange) {
      headers.set("Content-Type", HttpRefusal.TYPE);
      if (refusal.retryAfterSeconds() > 0) {
        headers.set("Retry-After", Long.toString(refusal.retryAfterSeconds()));
      }
      if (reception.marks()) {
        headers.set(HttpAnswer.RETRIED, "0");
      }
      boolean isBodiless = exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(refusal.status(), isBodiless ? -1 : body.length);
      if (!isBodiless) {
        exchange.getResponseBody().write(body);
      }
    }
  }
}
