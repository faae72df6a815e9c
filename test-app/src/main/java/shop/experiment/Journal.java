package shop.experiment;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** How the orders of the day ended, written by all customers at once. */
final class Journal {
  private final Queue<Outcome> outcomes = new ConcurrentLinkedQueue<>();

  void add(Outcome outcome) {
    outcomes.add(outcome);
  }

  List<Outcome> outcomes() {
    return List.copyOf(outcomes);
  }
}
