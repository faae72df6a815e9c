package dev.holdfast.campaign;

import dev.holdfast.campaign.crowd.Crowd;
import dev.holdfast.campaign.proxy.Faults;
import dev.holdfast.campaign.proxy.Proxy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code java -Dholdfast.agent.jar=AGENT.JAR -cp campaign.jar dev.holdfast.campaign.Waiters
 * [CALLS]}: one process holds a key, and another one calls with it that often at once, 10,000 times
 * unless it says otherwise; prints what that costs.
 *
 * @param calls that were answered
 * @param answers that differ
 * @param threads of the process that waits, at most; those of the JVM are among them
 * @param connections of both processes, at most
 * @param requests of both processes to the server, everything included
 */
record Waiters(String store, int calls, int answers, int threads, int connections, long requests) {

  private static final String CALLS = "10000";

  /** Runs and prints. */
  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) throws Exception {
    String calls = arguments.length == 0 ? CALLS : arguments[0];
    Path folder = Files.createTempDirectory("waiters");
    for (Engine engine : List.of(Engine.POSTGRESQL, Engine.REDIS)) {
      System.out.println(
          measure(engine, Files.createDirectory(folder.resolve(engine.name())), calls));
    }
    System.exit(0);
  }

  static Waiters measure(Engine engine, Path folder, String calls)
      throws IOException, InterruptedException {
    try (Server server = engine.start(folder);
        Proxy proxy = Proxy.to(server.port(), new Faults(0))) {
      String url = new Proxied(server, proxy).url();
      Process holder = Program.of(Crowd.class, url, List.of(), "hold").start();
      try {
        awaitHeld(holder);
        List<String> printed = Program.run(Crowd.class, url, calls);
        String[] numbers = printed.get(printed.size() - 1).split(" ");
        return new Waiters(
            server.name(),
            Integer.parseInt(numbers[0]),
            Integer.parseInt(numbers[1]),
            Integer.parseInt(numbers[2]),
            proxy.mostConnections(),
            proxy.requests());
      } finally {
        holder.destroyForcibly().waitFor();
      }
    }
  }

  private static void awaitHeld(Process holder) throws IOException {
    var printed = holder.inputReader();
    for (String line = printed.readLine(); line != null; line = printed.readLine()) {
      if (line.equals(Crowd.HOLDS)) {
        return;
      }
    }
    throw new IOException("nobody holds the key");
  }

  @Override
  public String toString() {
    return "%-10s %,d calls wait for one key: %d answer, %d threads, %d connections, %,d requests"
        .formatted(store, calls, answers, threads, connections, requests);
  }
}
