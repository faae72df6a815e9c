package dev.holdfast.campaign.throughput;

import dev.holdfast.campaign.PostgresServer;
import dev.holdfast.campaign.RedisInstance;
import dev.holdfast.store.jdbc.JdbcStoreFactory;
import dev.holdfast.store.redis.RedisStoreFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * {@code java -cp campaign.jar dev.holdfast.campaign.throughput.Throughput}: pairs of claim and
 * completion a second, ours and bare ones turn by turn, and the median of their ratios.
 */
public final class Throughput {

  private static final int ROUNDS = 5;
  private static final long ROUND_NANOS = 2_000_000_000L;
  private static final String RESULT = "{\"paid\":true,\"receipt\":\"" + "r".repeat(64) + "\"}";

  private Throughput() {}

  /** Runs and prints. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("throughput");
    try (PostgresServer server = PostgresServer.start(folder)) {
      Pair ours = StorePair.open(new JdbcStoreFactory(), server.url(), RESULT);
      compare("PostgreSQL", BarePostgres.open(server.url(), RESULT), ours);
    }
    try (RedisInstance server = RedisInstance.start(folder)) {
      URI uri = URI.create(server.url());
      Pair ours = StorePair.open(new RedisStoreFactory(), server.url(), RESULT);
      compare("Redis", BareRedis.open(uri.getHost(), uri.getPort(), RESULT), ours);
    }
    System.exit(0);
  }

  @SuppressWarnings("SystemOut")
  private static void compare(String store, Pair bare, Pair ours) throws InterruptedException {
    for (int callers : new int[] {1, 16}) {
      Measurement.of(bare, callers, ROUND_NANOS);
      Measurement.of(ours, callers, ROUND_NANOS);
      List<Round> rounds = new ArrayList<>();
      for (int round = 0; round < ROUNDS; round++) {
        rounds.add(
            new Round(
                Measurement.of(bare, callers, ROUND_NANOS),
                Measurement.of(ours, callers, ROUND_NANOS)));
      }
      rounds.sort(Comparator.comparingDouble(Round::ratio));
      Round median = rounds.get(ROUNDS / 2);
      System.out.printf(
          "%-10s %2d callers  bare %s%n%-10s             ours %s  ratio %.2f%n",
          store, callers, median.bare, "", median.ours, median.ratio());
    }
  }

  private record Round(Measurement bare, Measurement ours) {

    double ratio() {
      return ours.pairsPerSecond() / bare.pairsPerSecond();
    }
  }
}
