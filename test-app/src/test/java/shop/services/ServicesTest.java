package shop.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What each fault looks like from outside, and what it leaves in the ledger. */
final class ServicesTest {
  private static final long SEED = 17;
  private static final Duration NEVER = Duration.ofHours(1);

  private final HttpClient client = HttpClient.newHttpClient();
  private final Services services;
  private final Map<Kind, Integer> ports;

  ServicesTest() throws IOException {
    services = new Services(new Settings(SEED, NEVER, Duration.ZERO));
    ports = services.start();
  }

  @AfterEach
  void close() {
    services.close();
  }

  @Test
  void aGoodDayIsAnswered() throws Exception {
    assertThat(ask(Kind.PAYMENT, "/charges/", Fault.NONE).body()).isEqualTo("charge-1");
    assertThat(ask(Kind.RECOMMENDATIONS, "/suggestions/", Fault.NONE).body())
        .isEqualTo("Green mug\nWatering can");
    assertThat(ask(Kind.STOCK, "/deliveries/", Fault.NONE).body()).isEqualTo("2");
  }

  @Test
  void aBusyProviderBooksNothingAndSaysWhenToComeBack() throws Exception {
    HttpResponse<String> response = ask(Kind.PAYMENT, "/charges/", Fault.BUSY);

    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.headers().firstValue("Retry-After")).contains("1");
    assertThat(get("/ledger")).isEmpty();
  }

  @Test
  void aCutConnectionBooksNothing() throws Exception {
    assertThatThrownBy(() -> ask(Kind.PAYMENT, "/charges/", Fault.CUT))
        .isInstanceOf(IOException.class);
    assertThat(get("/ledger")).isEmpty();
  }

  @Test
  void aLostAnswerIsBookedAllTheSame() throws Exception {
    assertThatThrownBy(() -> ask(Kind.PAYMENT, "/charges/", Fault.LOST))
        .isInstanceOf(IOException.class);
    assertThat(get("/ledger")).isEqualTo(orderWith(Kind.PAYMENT, Fault.LOST) + " 1");
  }

  @Test
  void aSlowAnswerComes() throws Exception {
    long start = System.nanoTime();

    assertThat(ask(Kind.STOCK, "/deliveries/", Fault.SLOW).body()).isEqualTo("2");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(1));
  }

  @Test
  void everyRequestCountsHoweverItEnds() throws Exception {
    ask(Kind.PAYMENT, "/charges/", Fault.BUSY);
    ask(Kind.PAYMENT, "/charges/", Fault.NONE);

    assertThat(get("/requests")).isEqualTo("2");
  }

  @Test
  void inAnOutageNobodyIsAnswered() throws Exception {
    try (Services out = new Services(new Settings(SEED, Duration.ZERO, NEVER))) {
      int port = out.start().get(Kind.STOCK);
      HttpRequest request = post(port, "/deliveries/" + orderWith(Kind.STOCK, Fault.NONE));

      assertThatThrownBy(() -> client.send(request, BodyHandlers.ofString()))
          .isInstanceOf(IOException.class);
    }
  }

  private HttpResponse<String> ask(Kind kind, String path, Fault fault)
      throws IOException, InterruptedException {
    return client.send(
        post(ports.get(kind), path + orderWith(kind, fault)), BodyHandlers.ofString());
  }

  private String get(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(uri(ports.get(Kind.PAYMENT), path)).build();
    return client.send(request, BodyHandlers.ofString()).body();
  }

  /** The first order that meets a fault at its first attempt. */
  private static String orderWith(Kind kind, Fault fault) {
    return Stream.iterate(1, i -> i + 1)
        .map(i -> "order-" + i)
        .filter(orderId -> new Misbehaviour(SEED).fault(kind, orderId, 1) == fault)
        .findFirst()
        .orElseThrow();
  }

  private static HttpRequest post(int port, String path) {
    return HttpRequest.newBuilder(uri(port, path)).POST(BodyPublishers.ofString("1999")).build();
  }

  private static URI uri(int port, String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }
}
