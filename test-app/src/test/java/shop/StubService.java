package shop;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Answers every request the same until told otherwise, and remembers what it was asked. */
final class StubService implements AutoCloseable {
  private final HttpServer server;
  private final Queue<String> requests = new ConcurrentLinkedQueue<>();
  private volatile int status = 200;

  StubService(String answer) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
          requests.add(exchange.getRequestURI() + " " + body + " key " + key);
          byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
          try (exchange) {
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
          }
        });
    server.start();
  }

  void answerWith(int newStatus) {
    status = newStatus;
  }

  /** Path, body and key of each request, in order. */
  List<String> requests() {
    return List.copyOf(requests);
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
