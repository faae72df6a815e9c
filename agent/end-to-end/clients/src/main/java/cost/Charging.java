package cost;

import clients.Client;
import java.util.Arrays;
import java.util.UUID;
import loopback.Loopback;
import loopback.Reply;

/** One JVM's part of {@link Cost}: prints what a call costs, bare and guarded, in nanoseconds. */
public final class Charging {

  private static final int WARM_UP = 40;
  private static final int ROUNDS = 40;
  private static final int CALLS = 250;

  private final Charges charges;
  private final Loopback server;

  private Charging(Charges charges, Loopback server) {
    this.charges = charges;
    this.server = server;
  }

  /** Takes the client's class. */
  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) throws Exception {
    Client client =
        Class.forName("clients." + arguments[0])
            .asSubclass(Client.class)
            .getConstructor()
            .newInstance();
    try (Loopback server = new Loopback(number -> Reply.of(200, "done"))) {
      Charging charging = new Charging(new Charges(client, server.at("/charge")), server);
      charging.rounds(WARM_UP);
      double[][] measured = charging.rounds(ROUNDS);
      System.out.println(median(measured[0]) + " " + median(measured[1]));
    }
    System.exit(0);
  }

  /** Nanoseconds a call of each round: bare ones first, then guarded ones. */
  private double[][] rounds(int count) throws Exception {
    double[][] nanos = new double[2][count];
    for (int round = 0; round < count; round++) {
      int first = round % 2;
      nanos[first][round] = round(first == 1);
      nanos[1 - first][round] = round(first == 0);
    }
    return nanos;
  }

  private double round(boolean isGuarded) throws Exception {
    String key = UUID.randomUUID().toString();
    long begun = System.nanoTime();
    for (int call = 0; call < CALLS; call++) {
      String answer = isGuarded ? charges.guarded(key) : charges.bare(key);
      if (!answer.equals("200 done")) {
        throw new IllegalStateException(answer);
      }
    }
    double nanos = (double) (System.nanoTime() - begun) / CALLS;
    server.forget();
    return nanos;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
