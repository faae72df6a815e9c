package dev.holdfast.servers.jdk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpPrincipal;
import com.sun.net.httpserver.HttpsExchange;
import dev.holdfast.core.adapter.Adapter;
import dev.holdfast.core.adapter.Host;
import dev.holdfast.core.call.Causes;
import dev.holdfast.core.call.HttpAnswer;
import dev.holdfast.core.call.Scope;
import dev.holdfast.core.call.Scopes;
import dev.holdfast.core.serve.HttpRefusal;
import dev.holdfast.core.serve.Reception;
import dev.holdfast.core.serve.Served;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Optional;

/**
 * Stands where a request is handled: receives it, and answers refusals that the handler does not
 * map. Of handlers that call one another the outermost does.
 */
public final class Handling implements Adapter {

  private static final MethodType TYPE =
      MethodType.methodType(void.class, Object.class, HttpExchange.class);

  private final Reception reception;

  /** By what that engine offers. */
  public Handling(Host host) {
    reception = Reception.of(host.services());
  }

  @Override
  public MethodHandle adapt(MethodHandle body) throws ReflectiveOperationException {
    MethodHandle handle =
        MethodHandles.lookup()
            .findVirtual(
                Handling.class, "handle", TYPE.insertParameterTypes(0, MethodHandle.class));
    return MethodHandles.insertArguments(handle, 0, this, body.asType(TYPE));
  }

  void handle(MethodHandle body, Object handler, HttpExchange exchange) throws Throwable {
    if (Scopes.served() instanceof Served known && known.isActive()) {
      body.invokeExact(handler, exchange);
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
      body.invokeExact(handler, marked(exchange, served));
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

  /** Handlers may look for the session of TLS in theirs. */
  private HttpExchange marked(HttpExchange exchange, Served served) {
    return reception.marks() && !(exchange instanceof HttpsExchange)
        ? new MarkedExchange(exchange, served)
        : exchange;
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
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", HttpRefusal.TYPE);
      if (refusal.retryAfterSeconds() > 0) {
        exchange
            .getResponseHeaders()
            .set("Retry-After", Long.toString(refusal.retryAfterSeconds()));
      }
      if (reception.marks()) {
        exchange.getResponseHeaders().set(HttpAnswer.RETRIED, "0");
      }
      boolean isBodiless = exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(refusal.status(), isBodiless ? -1 : body.length);
      if (!isBodiless) {
        exchange.getResponseBody().write(body);
      }
    }
  }
}
