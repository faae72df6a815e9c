package wire;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on a loopback port of its own. */
public final class Loopback implements AutoCloseable {

  private static final int BACKLOG = 1_024;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  private Loopback(HttpHandler handler) throws IOException {
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    server = HttpServer.create(anyPort, BACKLOG);
    server.createContext("/", handler);
    server.setExecutor(threads);
    server.start();
  }

  /** Serves until it is closed. */
  public static Loopback serve(HttpHandler handler) throws IOException {
    return new Loopback(handler);
  }

  /** Serves until the program is killed, and prints where. */
  @SuppressWarnings("SystemOut")
  public static void serveForever(HttpHandler handler) throws IOException {
    System.out.println(new Loopback(handler).address());
  }

  /** Where it is. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Answers a request. */
  public static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
