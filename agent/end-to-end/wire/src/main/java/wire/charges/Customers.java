package wire.charges;

import dev.holdfast.IdempotencyKey;
import dev.holdfast.Retry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import wire.Crowd;
import wire.Side;

/** Customers, each of whom wants to be charged once, and asks until there is an answer. */
final class Customers {

  private static final int AT_ONCE = 16;
  private static final int TRIES = 10;
  private static final long PAUSE_MILLIS = 20;

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI provider;

  private Customers(URI provider) {
    this.provider = provider;
  }

  /**
   * Prints how many got no answer.
   *
   * @param arguments the side, the provider's address, and how many customers there are
   */
  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) throws InterruptedException {
    boolean isGuarded = Side.of(arguments[0]) == Side.WITH_AGENT;
    Customers customers = new Customers(URI.create(arguments[1]));
    List<Boolean> answered =
        Crowd.run(
            Integer.parseInt(arguments[2]),
            AT_ONCE,
            number -> () -> customers.isCharged(isGuarded, number));
    System.out.println(answered.stream().filter(each -> !each).count());
    System.exit(0);
  }

  private boolean isCharged(boolean isGuarded, int number) throws InterruptedException {
    try {
      String receipt = isGuarded ? guarded(null, number) : loop(number);
      return receipt.endsWith(" charged, number 1") || !isGuarded;
    } catch (IOException failed) {
      return false;
    }
  }

  /**
   * @param key made by the agent, and on the wire by it too
   */
  @SuppressWarnings("UnusedVariable") // the request carries it without being told
  @Retry(maxAttempts = TRIES, backoff = "20ms")
  private String guarded(@IdempotencyKey @Nullable String key, int number)
      throws IOException, InterruptedException {
    return ask(number);
  }

  private String loop(int number) throws IOException, InterruptedException {
    for (int tries = 1; tries < TRIES; tries++) {
      try {
        return ask(number);
      } catch (IOException again) {
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      }
    }
    return ask(number);
  }

  private String ask(int number) throws IOException, InterruptedException {
    URI charge = provider.resolve("/charges/" + number);
    HttpRequest request = HttpRequest.newBuilder(charge).POST(BodyPublishers.noBody()).build();
    return client.send(request, BodyHandlers.ofString()).body();
  }
}
