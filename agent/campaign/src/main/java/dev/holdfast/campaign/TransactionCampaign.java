package dev.holdfast.campaign;

import dev.holdfast.campaign.child.TellerHammer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The campaign against keys in transactions: processes call with shared keys and are killed at
 * random moments; then one more asks for each key.
 *
 * @param agent the agent's jar
 * @param program the jars and folders of the program and of its driver
 */
record TransactionCampaign(Path agent, List<Path> program, Random random) {

  private static final int PROCESSES = 3;
  private static final int LONGEST_LIFE_MILLIS = 250;

  TransactionVerdict run(TransactionServer server, Path folder, int kills)
      throws IOException, InterruptedException, SQLException {
    Files.createDirectories(folder);
    Progress progress = new Progress(server.name(), kills);
    List<Child> children = new ArrayList<>();
    for (int number = 0; number < PROCESSES; number++) {
      children.add(start(server, folder));
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
        children.set(victim, start(server, folder));
      }
      progress.killed(killed + 1);
    }
    progress.asking();
    Path keys = folder.resolve("keys");
    Files.write(keys, TransactionJudge.keys(server, folder));
    start(server, folder, keys.toString()).awaitEnd();
    return TransactionJudge.read(server, folder).verdict(server.name(), kills);
  }

  private Child start(TransactionServer server, Path folder, String... more) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx96m",
                "-javaagent:" + agent,
                "-cp",
                classPath(),
                TellerHammer.class.getName(),
                server.url(),
                folder.toString()));
    command.addAll(List.of(more));
    return new Child(
        new ProcessBuilder(command).redirectErrorStream(true).start(),
        ConcurrentHashMap.newKeySet());
  }

  private String classPath() {
    return program.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }
}
