package wire.hops;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import wire.Experiment;
import wire.Finding;
import wire.Side;

/**
 * A user calls A, A calls B, B calls C, and C calls what is down. How often is that asked, and how
 * long does each of them wait when it hangs?
 */
public final class Hops implements Experiment {

  private static final int TRIES = 10;

  @Override
  public Finding run(int calls) throws IOException, InterruptedException {
    Trouble naive = trouble(Side.WITHOUT_AGENT, calls);
    Trouble guarded = trouble(Side.WITH_AGENT, calls);
    TimeLeft left = timeLeft();
    String text =
        "%s%nA has 1 s, and the last one hangs for 5 s. Waited, in ms:%n%n%s%nLeft of the second, in ms: %s%n"
            .formatted(
                Storm.table(List.of(naive.storm, guarded.storm)),
                Hang.table(List.of(naive.hang, guarded.hang)),
                left);
    return new Finding(
        text,
        guarded.storm.isWithinBudget() && guarded.hang.isCutEverywhere() && left.isOneDeadline());
  }

  private static Trouble trouble(Side side, int calls) throws IOException, InterruptedException {
    try (Leaf leaf = new Leaf();
        Chain chain = Chain.start(side, leaf.address())) {
      return new Trouble(Storm.of(calls, chain, leaf), Hang.of(chain));
    }
  }

  /** The first one may find programs so new that the second is over before they are ready. */
  private static TimeLeft timeLeft() throws IOException, InterruptedException {
    try (Leaf leaf = new Leaf();
        Chain chain = Chain.start(Side.WITH_AGENT, leaf.address())) {
      HttpResponse<String> answer = chain.ask(Service.LEFT);
      for (int tries = 1; tries < TRIES && answer.statusCode() != 200; tries++) {
        answer = chain.ask(Service.LEFT);
      }
      return TimeLeft.parse(chain.ask(Service.LEFT).body());
    }
  }

  private record Trouble(Storm storm, Hang hang) {}
}
