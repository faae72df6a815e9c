package dev.holdfast.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testkit.ForkedJvm;
import dev.holdfast.testkit.Jdk;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Calls that were in progress when scopes began to be tracked, once in a JVM. */
class FirstCallsTest {

  @Test
  void theFirstCallKnowsThatSomethingInsideWasSubstituted() throws Exception {
    ForkedJvm.Result result = run("stages");

    assertThat(result.out().trim()).isEqualTo("degraded: true, after the next call: false");
  }

  @Test
  void theFirstCallKnowsItOnTheExpressWayToo() throws Exception {
    ForkedJvm.Result result = run("express");

    assertThat(result.out().trim()).isEqualTo("degraded: true, after the next call: false");
  }

  private static ForkedJvm.Result run(String way) throws Exception {
    Path[] classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .toArray(Path[]::new);
    return ForkedJvm.of(Jdk.own()).withClassPath(classPath).run(FirstCalls.class.getName(), way);
  }
}
