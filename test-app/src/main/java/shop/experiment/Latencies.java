package shop.experiment;

import java.time.Duration;
import java.util.List;

/**
 * Latencies in ascending order.
 *
 * @param sorted any number
 */
record Latencies(List<Duration> sorted) {

  Latencies {
    sorted = sorted.stream().sorted().toList();
  }

  /**
   * The latency that the given share of orders did not exceed, by nearest rank; zero if there were
   * no orders.
   *
   * @param percent above 0, at most 100
   */
  Duration percentile(int percent) {
    if (sorted.isEmpty()) {
      return Duration.ZERO;
    }
    int rank = (int) Math.ceil(sorted.size() * percent / 100.0);
    return sorted.get(rank - 1);
  }
}
