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
 * @param agent the agent's jar
 * @param program the jar or folder of the program
 */
record Campaign(Path agent, Path program, Random random) {

  private static final long LEASE_MILLIS = 3_000;
  private static final int LONGEST_LIFE_MILLIS = 250;

  Verdict run(Server server, Path folder, int kills) throws IOException, InterruptedException {
    Set<String> takenOver = ConcurrentHashMap.newKeySet();
    List<Child> children = new ArrayList<>();
    for (int number = 0; number < server.processes(); number++) {
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
    }
    TimeUnit.MILLISECONDS.sleep(LEASE_MILLIS);
    start(server, folder, "ask", takenOver).awaitEnd();
    return Judge.read(folder, takenOver).verdict(server.name(), kills);
  }

  private Child start(Server server, Path folder, String task, Set<String> takenOver)
      throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx96m",
            "-javaagent:" + agent,
            "-Dholdfast.store=" + server.url(),
            "-cp",
            program.toString(),
            Hammer.class.getName(),
            Files.createDirectories(folder).toString(),
            task);
    return new Child(new ProcessBuilder(command).redirectErrorStream(true).start(), takenOver);
  }
}
