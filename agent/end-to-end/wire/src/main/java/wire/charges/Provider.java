package wire.charges;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.holdfast.Idempotent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import wire.Loopback;

/**
 * Charges whoever asks; {@value #LEDGER} shows how often each was charged, after a line with the
 * number of requests. Knows nothing of keys but the annotation.
 */
final class Provider implements HttpHandler {

  static final String LEDGER = "/ledger";

  private final AtomicInteger requests = new AtomicInteger();
  private final Map<String, Integer> ledger = new ConcurrentHashMap<>();
  private final SplittableRandom seeds = new SplittableRandom(6);

  /** Serves until it is killed. */
  public static void main(String[] arguments) throws IOException {
    Loopback.serveForever(new Provider());
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.equals(LEDGER)) {
      Loopback.answer(exchange, 200, requests + "\n" + statement());
      return;
    }
    requests.incrementAndGet();
    Cut cut = cut();
    if (cut == Cut.BEFORE) {
      exchange.close();
      return;
    }
    String receipt = charge(path);
    switch (cut) {
      case AFTER -> exchange.close();
      case WITHIN -> answerHalf(exchange, receipt);
      case NONE, BEFORE -> Loopback.answer(exchange, 200, receipt);
    }
  }

  @Idempotent(key = "header:Idempotency-Key")
  private String charge(String customer) {
    return customer + " charged, number " + ledger.merge(customer, 1, Integer::sum);
  }

  private static void answerHalf(HttpExchange exchange, String receipt) throws IOException {
    byte[] body = receipt.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body, 0, body.length / 2);
    exchange.getResponseBody().flush();
    exchange.close();
  }

  private Cut cut() {
    SplittableRandom own;
    synchronized (seeds) {
      own = seeds.split();
    }
    return Cut.by(own);
  }

  private String statement() {
    return ledger.entrySet().stream()
        .map(customer -> customer.getKey() + " " + customer.getValue())
        .collect(Collectors.joining("\n"));
  }
}
