package shop.experiment;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import shop.Order;
import shop.Receipt;
import shop.ServiceAddresses;
import shop.Shop;

/** One JVM of a shop with several: takes orders by HTTP, until it is killed. */
final class Instance {
  private static final int FAILED = 500;
  private static final int TAKEN = 200;

  private final Shop shop;

  private Instance(Shop shop) {
    this.shop = shop;
  }

  /**
   * Prints its port, then serves until its standard input ends.
   *
   * @param arguments the addresses of payment, recommendations and stock
   */
  public static void main(String... arguments) throws IOException {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    ServiceAddresses services =
        new ServiceAddresses(
            URI.create(arguments[0]), URI.create(arguments[1]), URI.create(arguments[2]));
    try (Shop shop = new Shop(services)) {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setExecutor(Executors.newCachedThreadPool());
      server.createContext("/orders", new Instance(shop)::serve);
      server.start();
      System.out.println(InstanceProcess.PORT + server.getAddress().getPort());
      while (System.in.read() >= 0) {
        // Nothing is expected but the end.
      }
    }
    System.exit(0);
  }

  private void serve(HttpExchange exchange) throws IOException {
    Order order = OrderText.order(text(exchange));
    try {
      Receipt receipt = shop.place(order);
      reply(exchange, TAKEN, OrderText.of(receipt));
    } catch (IOException | RuntimeException failed) {
      reply(exchange, FAILED, failed.toString());
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      exchange.close();
    }
  }

  private static String text(HttpExchange exchange) throws IOException {
    return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static void reply(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
