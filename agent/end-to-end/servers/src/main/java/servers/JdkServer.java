package servers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import desk.Desk;
import desk.Reply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Executors;

/** The desk behind the JDK's own server, which is handed a lambda. */
public final class JdkServer {

  private final Desk desk = new Desk();

  /** Serves until the program is killed. */
  public static void main(String[] arguments) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    JdkServer desk = new JdkServer();
    server.createContext("/", exchange -> desk.handle(exchange));
    server.setExecutor(Executors.newCachedThreadPool());
    server.start();
    Ready.at(server.getAddress().getPort());
  }

  private void handle(HttpExchange exchange) throws IOException {
    Reply reply = answer(exchange);
    byte[] body = reply.text().getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private Reply answer(HttpExchange exchange) throws IOException {
    try {
      return desk.answer(
          exchange.getRequestURI().getPath(),
          Objects.toString(exchange.getRequestURI().getQuery(), ""));
    } catch (InterruptedException interrupted) {
      throw new IOException(interrupted);
    }
  }
}
