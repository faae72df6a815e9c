package dev.holdfast.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testkit.Jdk;
import dev.holdfast.testkit.LiveJvm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What lives on the heap of another JVM, as its own jcmd tells after a collection. */
final class Histogram {

  private static final int TRIES = 200;

  private Histogram() {}

  /** Waits until no object of such a class is left: alarms of the engine may last some seconds. */
  static void awaitNone(Jdk jdk, LiveJvm program, String prefix) throws Exception {
    List<String> left = List.of(prefix);
    for (int tries = 0; tries < TRIES && !left.isEmpty(); tries++) {
      jcmd(jdk, program, "GC.run");
      left =
          jcmd(jdk, program, "GC.class_histogram")
              .lines()
              .filter(line -> line.contains(prefix))
              .toList();
    }
    assertThat(left).isEmpty();
  }

  private static String jcmd(Jdk jdk, LiveJvm program, String command)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                jdk.home().resolve("bin/jcmd").toString(), Long.toString(program.pid()), command)
            .redirectErrorStream(true)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return printed;
  }
}
