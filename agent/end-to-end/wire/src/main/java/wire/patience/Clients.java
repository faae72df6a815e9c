package wire.patience;

import dev.holdfast.Retry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.TimeUnit;
import wire.Crowd;
import wire.Side;

/** Clients that ask the busy server, all at once, until they are served. */
final class Clients {

  private static final int TRIES = 100;
  private static final long PAUSE_MILLIS = 100;

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI server;

  private Clients(URI server) {
    this.server = server;
  }

  /**
   * Prints how many were served.
   *
   * @param arguments the side, the server's address, and how many clients there are
   */
  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) throws InterruptedException {
    Clients clients = new Clients(URI.create(arguments[1]));
    int size = Integer.parseInt(arguments[2]);
    boolean isGuarded = Side.of(arguments[0]) == Side.WITH_AGENT;
    List<Integer> answers =
        Crowd.run(
            size,
            size,
            number ->
                () -> (isGuarded ? clients.guarded(number) : clients.loop(number)).statusCode());
    System.out.println("served " + answers.stream().filter(status -> status == 200).count());
    System.exit(0);
  }

  @Retry(backoff = "200ms")
  HttpResponse<String> guarded(int number) throws IOException, InterruptedException {
    return ask(number);
  }

  private HttpResponse<String> loop(int number) throws IOException, InterruptedException {
    HttpResponse<String> response = ask(number);
    for (int tries = 1; tries < TRIES && response.statusCode() != 200; tries++) {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      response = ask(number);
    }
    return response;
  }

  private HttpResponse<String> ask(int number) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(server.resolve("/clients/" + number)).build();
    return client.send(request, BodyHandlers.ofString());
  }
}
