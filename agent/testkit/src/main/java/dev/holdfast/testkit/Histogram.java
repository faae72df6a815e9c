package dev.holdfast.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What lives on the heap of another JVM, as its own jcmd tells after a collection. */
public final class Histogram {

  private static final int TRIES = 200;

  private Histogram() {}

  /**
   * Waits until no object of such a class is left: alarms of the engine may last some seconds.
   *
   * @param prefix of the names of the classes
   * @throws IOException if some stay; the message holds their lines
   */
  public static void awaitNone(Jdk jdk, long pid, String prefix)
      throws IOException, InterruptedException {
    List<String> left = List.of(prefix);
    for (int tries = 0; tries < TRIES && !left.isEmpty(); tries++) {
      jcmd(jdk, pid, "GC.run");
      left =
          jcmd(jdk, pid, "GC.class_histogram")
              .lines()
              .filter(line -> line.contains(prefix))
              .toList();
    }
    if (!left.isEmpty()) {
      throw new IOException("still on the heap of " + pid + ":\n" + String.join("\n", left));
    }
  }

  private static String jcmd(Jdk jdk, long pid, String command)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(jdk.home().resolve("bin/jcmd").toString(), Long.toString(pid), command)
            .redirectErrorStream(true)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return printed;
  }
}
