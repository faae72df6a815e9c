package shop.services;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * One service on a loopback port of its own: {@code POST /WHAT/ORDER-ID} asks it for something,
 * {@code GET /requests} tells how often that happened.
 */
final class Service {
  /** Longer than anybody should wait, shorter than most do. */
  private static final Duration SLOWNESS = Duration.ofMillis(1_500);

  private final Kind kind;
  private final Misbehaviour misbehaviour;
  private final Outage outage;
  private final HttpServer server;
  private final AtomicInteger requests = new AtomicInteger();
  private final Map<String, AtomicInteger> attempts = new ConcurrentHashMap<>();

  Service(Kind kind, Misbehaviour misbehaviour, Outage outage, Executor threads)
      throws IOException {
    this.kind = kind;
    this.misbehaviour = misbehaviour;
    this.outage = outage;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    publish("/requests", () -> Integer.toString(requests.get()));
  }

  /** What the service does for one order, and the text that it answers. */
  @FunctionalInterface
  interface Work {
    String answer(String orderId, Headers headers);
  }

  /** Answers requests below a path, when it does not misbehave. */
  void offer(String path, Work work) {
    server.createContext(
        path,
        exchange -> {
          requests.incrementAndGet();
          if (outage.isOn()) {
            exchange.close();
            return;
          }
          String orderId = exchange.getRequestURI().getPath().substring(path.length());
          serve(
              exchange,
              nextFault(orderId),
              () -> work.answer(orderId, exchange.getRequestHeaders()));
        });
  }

  /** Answers questions about the service itself, always. */
  void publish(String path, Supplier<String> text) {
    server.createContext(path, exchange -> reply(exchange, 200, text.get()));
  }

  /** Opens the port and tells its number. */
  int start() {
    server.start();
    return server.getAddress().getPort();
  }

  void stop() {
    server.stop(0);
  }

  private Fault nextFault(String orderId) {
    int attempt = attempts.computeIfAbsent(orderId, first -> new AtomicInteger()).incrementAndGet();
    return misbehaviour.fault(kind, orderId, attempt);
  }

  private static void serve(HttpExchange exchange, Fault fault, Supplier<String> work)
      throws IOException {
    switch (fault) {
      case BUSY -> {
        exchange.getResponseHeaders().set("Retry-After", "1");
        reply(exchange, 503, "busy");
      }
      case CUT -> exchange.close();
      case LOST, SLOW, NONE -> deliver(exchange, fault, work.get());
    }
  }

  private static void deliver(HttpExchange exchange, Fault fault, String answer)
      throws IOException {
    if (fault == Fault.LOST) {
      exchange.close();
      return;
    }
    if (fault == Fault.SLOW) {
      pause();
    }
    reply(exchange, 200, answer);
  }

  private static void reply(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(SLOWNESS.toMillis());
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      throw new IOException("the service was stopped", closing);
    }
  }
}
