package dev.holdfast.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Campaigns against several kinds of stores, all at once: each waits for disks half of the time.
 */
record Campaigns(Set<Engine> engines, Trouble trouble) {

  private static final long LEASE_MILLIS = 3_000;

  /** Longer than a server takes to come back. */
  private static final long LEASE_IN_TROUBLE_MILLIS = 10_000;

  /** Shares the kills out, prints how far it is, and at the end all verdicts. */
  @SuppressWarnings("SystemOut")
  List<Verdict> run(int kills) throws IOException, InterruptedException, ExecutionException {
    Path folder = Files.createTempDirectory("campaign");
    ExecutorService threads = Executors.newFixedThreadPool(engines.size());
    try {
      List<Future<Verdict>> running = new ArrayList<>();
      int left = kills;
      for (Engine engine : engines) {
        int share = left / (engines.size() - running.size());
        left -= share;
        running.add(threads.submit(() -> run(engine, folder.resolve(engine.name()), share)));
      }
      List<Verdict> verdicts = new ArrayList<>();
      for (Future<Verdict> each : running) {
        verdicts.add(each.get());
      }
      System.out.println(Verdict.HEADER);
      verdicts.forEach(System.out::println);
      return verdicts;
    } finally {
      threads.shutdownNow();
    }
  }

  private Verdict run(Engine engine, Path folder, int kills)
      throws IOException, InterruptedException {
    long leaseMillis = trouble == Trouble.NONE ? LEASE_MILLIS : LEASE_IN_TROUBLE_MILLIS;
    Campaign campaign = new Campaign(leaseMillis);
    Files.createDirectories(folder);
    try (Server server = engine.start(folder)) {
      Progress progress = new Progress(server.name(), kills);
      return campaign.run(server, trouble, folder, kills, progress);
    }
  }
}
