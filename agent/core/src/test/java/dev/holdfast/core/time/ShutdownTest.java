package dev.holdfast.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testkit.ForkedJvm;
import dev.holdfast.testkit.Jdk;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Waits of ours in a JVM that really exits. */
class ShutdownTest {

  @Test
  void aWaitInAShutdownHookDoesNotHoldTheJvmUp() throws Exception {
    assertThat(run("waited before")).isEqualTo("whole: false, exit code 0");
  }

  @Test
  void norDoesTheFirstWaitOfTheJvm() throws Exception {
    assertThat(run()).isEqualTo("whole: false, exit code 0");
  }

  private static String run(String... arguments) throws Exception {
    Path[] classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .toArray(Path[]::new);
    ForkedJvm.Result result =
        ForkedJvm.of(Jdk.own())
            .withClassPath(classPath)
            .run(ExitingProgram.class.getName(), arguments);
    return result.out().trim() + ", exit code " + result.exitCode();
  }
}
