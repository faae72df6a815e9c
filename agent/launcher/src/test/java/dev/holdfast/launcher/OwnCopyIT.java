package dev.holdfast.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.Retry;
import dev.holdfast.testkit.ForkedJvm;
import dev.holdfast.testkit.Histogram;
import dev.holdfast.testkit.Jdk;
import dev.holdfast.testkit.LiveJvm;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Applications that carry our annotations' jar themselves. */
class OwnCopyIT {

  private static final String PROGRAM = Programs.name("Catching");
  private static final String BARE = "broken, broken, broken after 1, in time";
  private static final String GUARDED = "open 100.0 breaker, open, circuit-breaker after 1, late";

  static List<Jdk> jdks() {
    return Programs.jdks();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void catchTheirOwnClassesWhenTheAgentComesLater(Jdk jdk) throws Exception {
    try (LiveJvm program = carrying(jdk).start(PROGRAM)) {
      assertThat(program.ask("")).isEqualTo(BARE);

      assertThat(Programs.command(jdk, "attach", program).err()).isEmpty();
      program.ask("");
      program.ask("");
      assertThat(program.ask("")).isEqualTo(GUARDED);

      assertThat(Programs.command(jdk, "detach", program).err()).isEmpty();
      assertThat(program.ask("")).isEqualTo(BARE);
      Histogram.awaitNone(jdk, program.pid(), "dev.holdfast.core.");
    }
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void catchTheAgentsWhenItIsThereFirst(Jdk jdk) throws Exception {
    try (LiveJvm program = carrying(jdk).withAgent().start(PROGRAM)) {
      program.ask("");
      program.ask("");

      assertThat(program.ask("")).isEqualTo(GUARDED);
    }
  }

  private static ForkedJvm carrying(Jdk jdk) throws Exception {
    return Programs.bare(jdk)
        .withClassPath(
            Path.of(Retry.class.getProtectionDomain().getCodeSource().getLocation().toURI()));
  }
}
