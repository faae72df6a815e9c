package wire.hops;

import java.util.List;
import java.util.concurrent.TimeUnit;
import wire.Crowd;

/**
 * What the last one had to bear.
 *
 * @param calls of users
 * @param requests at the last one
 * @param nanos that it took
 */
record Storm(int calls, int requests, long nanos) {

  private static final int USERS = 50;

  static Storm of(int calls, Chain chain, Leaf leaf) throws InterruptedException {
    long begun = System.nanoTime();
    Crowd.run(calls, USERS, number -> () -> chain.ask(Service.CALL).statusCode());
    return new Storm(calls, leaf.requests(), System.nanoTime() - begun);
  }

  /** A fifth more than the calls, 10 for each second, and what is saved up before: 100. */
  long budget() {
    return calls + calls / 5 + 10 * seconds() + 100;
  }

  boolean isWithinBudget() {
    return requests <= budget();
  }

  /** Rounded up. */
  private long seconds() {
    return TimeUnit.NANOSECONDS.toSeconds(nanos) + 1;
  }

  /**
   * A line for each figure.
   *
   * @param storms without the agent, and with it
   */
  static String table(List<Storm> storms) {
    StringBuilder calls = new StringBuilder("%-28s".formatted("calls of users"));
    StringBuilder requests = new StringBuilder("%-28s".formatted("requests at the last one"));
    StringBuilder allowed = new StringBuilder("%-28s".formatted("  allowed under the agent"));
    storms.forEach(
        storm -> {
          calls.append("%,15d".formatted(storm.calls));
          requests.append("%,15d".formatted(storm.requests));
          allowed.append("%,15d".formatted(storm.budget()));
        });
    return "%-28s%15s%15s%n%s%n%s%n%s%n"
        .formatted("", "without agent", "with agent", calls, requests, allowed);
  }
}
