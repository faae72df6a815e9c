package wire.charges;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import wire.Experiment;
import wire.Finding;
import wire.Jvm;
import wire.Side;

/**
 * Customers in one JVM have a provider in another one charge them, and connections are cut: before
 * the charge, after it, and in the middle of the answer. Who got no answer asks again. The
 * provider's ledger is the judge.
 */
public final class LostResponses implements Experiment {

  @Override
  public Finding run(int charges) throws IOException, InterruptedException {
    Books naive = measure(Side.WITHOUT_AGENT, charges);
    Books guarded = measure(Side.WITH_AGENT, charges);
    String text =
        "%,d charges, connections cut at random: %s%n%n%s"
            .formatted(charges, Cut.SHARES, Books.table(List.of(naive, guarded)));
    return new Finding(text, guarded.isOnceEach(charges));
  }

  private static Books measure(Side side, int charges) throws IOException, InterruptedException {
    try (Jvm provider = Jvm.start(side, List.of(), Provider.class)) {
      String address = provider.next();
      try (Jvm customers =
          Jvm.start(
              side, List.of(), Customers.class, side.name(), address, Integer.toString(charges))) {
        int failed = Integer.parseInt(customers.next());
        return Books.parse(ledger(address), charges, failed);
      }
    }
  }

  private static String ledger(String provider) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(provider + Provider.LEDGER)).build(),
            BodyHandlers.ofString())
        .body();
  }
}
