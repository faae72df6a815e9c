package wire.hops;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.holdfast.Deadline;
import dev.holdfast.Holdfast;
import dev.holdfast.Retry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import wire.Loopback;
import wire.Side;

/** One of the services, all alike but that a user's second begins at A; asks the next one. */
final class Service implements HttpHandler {

  /** Asks the next one, again if need be. */
  static final String CALL = "/call";

  /** The next one's answer, or that of those behind it, takes too long. */
  static final String HANG = "/hang";

  /** How long it hung the last time, in ms. */
  static final String WAITED = "/waited";

  /** How much time there is, as each sees it. */
  static final String LEFT = "/left";

  private static final int TRIES = 3;
  private static final long PAUSE_MILLIS = 10;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final boolean isGuarded;
  private final String name;
  private final URI next;
  private volatile long waitedMillis;

  private Service(boolean isGuarded, String name, URI next) {
    this.isGuarded = isGuarded;
    this.name = name;
    this.next = next;
  }

  /**
   * Serves until it is killed.
   *
   * @param arguments the side, the service's name, and the next one's address
   */
  public static void main(String[] arguments) throws IOException {
    Loopback.serveForever(
        new Service(
            Side.of(arguments[0]) == Side.WITH_AGENT, arguments[1], URI.create(arguments[2])));
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try {
      String path = exchange.getRequestURI().getPath();
      switch (path) {
        case WAITED -> Loopback.answer(exchange, 200, Long.toString(waitedMillis));
        case LEFT -> Loopback.answer(exchange, 200, name.equals("A") ? leftOfSecond() : left());
        case HANG -> hang(exchange);
        default -> passOn(exchange, isGuarded ? guarded(path) : loop(path));
      }
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      exchange.close();
    }
  }

  private void hang(HttpExchange exchange) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    try {
      passOn(exchange, name.equals("A") ? inASecond() : guarded(HANG));
    } finally {
      waitedMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    }
  }

  @Deadline("1s")
  private HttpResponse<String> inASecond() throws IOException, InterruptedException {
    return guarded(HANG);
  }

  @Deadline("1s")
  private String leftOfSecond() throws IOException, InterruptedException {
    return left();
  }

  @Retry
  private String left() throws IOException, InterruptedException {
    long millis = Holdfast.remaining().orElse(Duration.ZERO).toMillis();
    return name + " " + millis + ", " + ask(LEFT).body();
  }

  @Retry
  private HttpResponse<String> guarded(String path) throws IOException, InterruptedException {
    return ask(path);
  }

  private HttpResponse<String> loop(String path) throws IOException, InterruptedException {
    HttpResponse<String> response = ask(path);
    for (int tries = 1; tries < TRIES && response.statusCode() != 200; tries++) {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      response = ask(path);
    }
    return response;
  }

  private HttpResponse<String> ask(String path) throws IOException, InterruptedException {
    return client.send(HttpRequest.newBuilder(next.resolve(path)).build(), BodyHandlers.ofString());
  }

  private static void passOn(HttpExchange exchange, HttpResponse<String> answer)
      throws IOException {
    Loopback.answer(exchange, answer.statusCode(), answer.body());
  }
}
