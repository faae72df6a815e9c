package host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.holdfast.testkit.ForkedJvm;
import dev.holdfast.testkit.Jdk;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VirtualThreadsIT {

  @Test
  void waitsOffTheirCarriersAndEndsAtOnceWhenCancelled() throws Exception {
    Optional<Jdk> jdk = Jdk.find(25);
    assumeTrue(
        jdk.isPresent(),
        "JDK 25: none found (expected: beside this one, or named by"
            + " -Dholdfast.jdk.25). Virtual threads are not tried.");

    ForkedJvm.Result result =
        Hosts.bare(jdk.orElseThrow(), "jboss-modules")
            .withClassPath(Hosts.annotations())
            .withOptions(
                "-Djdk.virtualThreadScheduler.parallelism=2",
                "-Dholdfast.budget.patience=off",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-preview",
                "--source",
                "25")
            .withAgent()
            .run("src/test/java25/VirtualThreads.java");

    List<String> lines = result.out().lines().toList();
    assertThat(lines.stream().filter(line -> !line.startsWith("millis=")))
        .describedAs(result.err())
        .containsExactly(
            "right=10000",
            "pinned=0",
            "cancelled=cancel",
            "interrupts=100",
            "atOnce=true",
            "left=0");
    Table.measured(
        "virtual threads, JDK 25",
        "10,000 in retries with waits on two carriers, read from JFR",
        "all right, 0 pinned events, nothing left on a carrier",
        millis(lines) + " ms for 200 ms of waits each");
    Table.row(
        "virtual threads, JDK 25",
        "100 retries in a wait of 20 s, cancelled by a structured scope",
        "ended at once, interrupts kept");
  }

  private static String millis(List<String> lines) {
    return lines.get(1).substring("millis=".length());
  }
}
