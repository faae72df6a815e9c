package wire.patience;

import java.io.IOException;
import java.util.List;
import wire.Experiment;
import wire.Finding;
import wire.Jvm;
import wire.Loopback;
import wire.Side;

/**
 * A server tells many clients at once to come back after 2 s. A loop that does not listen asks all
 * the time; under the agent nobody comes before, and those who come do not come together.
 */
public final class RetryAfter implements Experiment {

  /**
   * Who was told the same comes apart over a tenth of the wait: as {@link Clients} are annotated.
   */
  private static final long WINDOW_MILLIS = BusyServer.WAIT_MILLIS / 10;

  /** Everybody needs a retry here, on purpose. */
  private static final List<String> UNLIMITED = List.of("-Dholdfast.budget.default=off");

  @Override
  public Finding run(int clients) throws IOException, InterruptedException {
    Histogram naive = measure(Side.WITHOUT_AGENT, clients);
    Histogram guarded = measure(Side.WITH_AGENT, clients);
    String text =
        "%,d clients were answered 503 with Retry-After: 2; their requests after that, by the time since:%n%n%s%n"
                .formatted(clients, Histogram.beside(naive, guarded))
            + "before 2 s: %,d without the agent, %,d with it; the first with it after %,d ms%n"
                .formatted(
                    naive.before(BusyServer.WAIT_MILLIS),
                    guarded.before(BusyServer.WAIT_MILLIS),
                    guarded.first());
    return new Finding(text, guarded.size() == clients && isPatient(guarded));
  }

  private static boolean isPatient(Histogram guarded) {
    return guarded.before(BusyServer.WAIT_MILLIS) == 0
        && guarded.bucketsFrom(BusyServer.WAIT_MILLIS) >= WINDOW_MILLIS / Histogram.WIDTH_MILLIS;
  }

  private static Histogram measure(Side side, int clients) throws IOException {
    BusyServer busy = new BusyServer();
    try (Loopback server = Loopback.serve(busy);
        Jvm jvm =
            Jvm.start(
                side,
                UNLIMITED,
                Clients.class,
                side.name(),
                server.address().toString(),
                Integer.toString(clients))) {
      jvm.next();
      return busy.laterRequests();
    }
  }
}
