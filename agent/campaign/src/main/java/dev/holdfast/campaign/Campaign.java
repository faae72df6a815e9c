package dev.holdfast.campaign;

import dev.holdfast.campaign.child.Hammer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * The campaign against one store: processes call with shared keys and are killed at random moments;
 * then, when all leases are over, one more asks for each key.
 *
 * @param leaseMillis longer than any server is away, so that only who is killed loses a key
 */
record Campaign(long leaseMillis) {

  private static final int LONGEST_LIFE_MILLIS = 250;

  /**
   * Kills that many processes.
   *
   * @param progress is told how many were killed
   */
  Verdict run(Server server, Trouble trouble, Path folder, int kills, Progress progress)
      throws IOException, InterruptedException {
    Set<String> takenOver = ConcurrentHashMap.newKeySet();
    int crashes;
    try (Misfortune misfortune = Misfortune.begin(server, trouble)) {
      kill(misfortune.server(), folder, kills, takenOver, progress);
      crashes = misfortune.end();
    }
    TimeUnit.MILLISECONDS.sleep(leaseMillis);
    progress.asking();
    Child last = start(server, folder, "ask", takenOver);
    last.awaitEnd();
    return Judge.read(folder, takenOver).verdict(server.name(), kills, crashes);
  }

  private void kill(Server server, Path folder, int kills, Set<String> takenOver, Progress progress)
      throws IOException, InterruptedException {
    Random random = new Random();
    List<Child> children = new ArrayList<>();
    for (int number = 0; number < Math.min(kills, server.processes()); number++) {
      children.add(start(server, folder, "hammer", takenOver));
    }
    for (int killed = 0; killed < kills; killed++) {
      int victim = random.nextInt(children.size());
      children.get(victim).awaitReady();
      TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_LIFE_MILLIS));
      children.get(victim).kill();
      boolean isLast = kills - killed <= children.size();
      if (isLast) {
        children.remove(victim);
      } else {
        children.set(victim, start(server, folder, "hammer", takenOver));
      }
      progress.killed(killed + 1);
    }
  }

  private Child start(Server server, Path folder, String task, Set<String> takenOver)
      throws IOException {
    List<String> settings = List.of("-Xmx96m", "-Dholdfast.idempotent.lease=" + leaseMillis + "ms");
    String ledger = Files.createDirectories(folder).toString();
    return new Child(
        Program.of(Hammer.class, server.url(), settings, ledger, task).start(), takenOver);
  }
}
