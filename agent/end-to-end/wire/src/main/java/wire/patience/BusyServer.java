package wire.patience;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import wire.Loopback;

/** Wants to be left alone by each client for 2 s after its first request. */
final class BusyServer implements HttpHandler {

  static final long WAIT_MILLIS = 2_000;

  private final Map<String, Long> firstNanos = new ConcurrentHashMap<>();
  private final Queue<Long> laterMillis = new ConcurrentLinkedQueue<>();

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    long now = System.nanoTime();
    String client = exchange.getRequestURI().getPath();
    Long first = firstNanos.putIfAbsent(client, now);
    if (first == null) {
      refuse(exchange);
      return;
    }
    long millis = (now - first) / 1_000_000;
    laterMillis.add(millis);
    if (millis < WAIT_MILLIS) {
      refuse(exchange);
    } else {
      Loopback.answer(exchange, 200, "");
    }
  }

  private static void refuse(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Retry-After", Long.toString(WAIT_MILLIS / 1_000));
    Loopback.answer(exchange, 503, "");
  }

  /** When the requests came that were not a client's first, by the time since that. */
  Histogram laterRequests() {
    return new Histogram(List.copyOf(laterMillis));
  }
}
