package wire.hops;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import wire.Loopback;

/** What is down, and counts who asks it all the same. */
final class Leaf implements HttpHandler, AutoCloseable {

  private static final long HANG_SECONDS = 5;

  private final AtomicInteger requests = new AtomicInteger();
  private final Loopback server;

  Leaf() throws IOException {
    server = Loopback.serve(this);
  }

  URI address() {
    return server.address();
  }

  int requests() {
    return requests.get();
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    switch (exchange.getRequestURI().getPath()) {
      case Service.LEFT ->
          Loopback.answer(
              exchange,
              200,
              Objects.toString(exchange.getRequestHeaders().getFirst("Holdfast-Deadline-Ms")));
      case Service.HANG -> hang(exchange);
      default -> {
        requests.incrementAndGet();
        Loopback.answer(exchange, 503, "down");
      }
    }
  }

  private static void hang(HttpExchange exchange) throws IOException {
    try {
      TimeUnit.SECONDS.sleep(HANG_SECONDS);
      Loopback.answer(exchange, 200, "at last");
    } catch (InterruptedException closed) {
      exchange.close();
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
