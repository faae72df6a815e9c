package dev.holdfast.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testkit.ForkedJvm;
import dev.holdfast.testkit.Histogram;
import dev.holdfast.testkit.Jdk;
import dev.holdfast.testkit.LiveJvm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AttachIT {

  private static final String PROGRAM = Programs.name("Answering");
  private static final String RULE =
      "rule.all.match="
          + Stream.of(
                  "privately",
                  "statically",
                  "voidly",
                  "looping",
                  "recursive",
                  "later",
                  "limited",
                  "waiting",
                  "locked")
              .map(method -> PROGRAM + "#" + method)
              .collect(Collectors.joining(";", "", ";"))
          + Programs.name("Default#*;")
          + Programs.name("Answering$Unloaded#*,")
          + "rule.all.retry.max-attempts=3,rule.all.retry.backoff=0";

  static List<Jdk> jdks() {
    return Programs.jdks();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void guardsARunningProgramFromTheNextCallOn(Jdk jdk) throws Exception {
    try (LiveJvm program = Programs.bare(jdk).start(PROGRAM)) {
      assertThat(program.ask("private 1")).isEqualTo("p12.5 failed, calls: 1");
      assertThat(program.ask("lambda 0")).isEqualTo("lambda 9, calls: 1");

      ForkedJvm.Result attached = Programs.command(jdk, "attach", program, RULE);

      assertThat(attached.err()).isEmpty();
      assertThat(attached.exitCode()).isZero();
      assertThat(attached.out())
          .startsWith("attached: holdfast 0.1.0 in mode enforce guards ")
          .contains("Answering#locked: synchronized, in a class that is loaded already");
      assertThat(answers(program, 2))
          .containsExactly(
              "p12.5, calls: 3",
              "9, calls: 3",
              "nothing, calls: 3",
              "loop0, calls: 3",
              "204, calls: 3",
              "nested in 12.0, calls: 3",
              "later, calls: 3",
              "limited on another thread: false, calls: 3",
              "default, calls: 3",
              "lambda 9, calls: 3",
              "loaded late, calls: 3");
      assertThat(program.ask("locked 1")).isEqualTo("locked failed, calls: 1");
    }
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void guardsWhatACompiledLoopCallsWhileItRuns(Jdk jdk) throws Exception {
    String hot = Programs.name("Hot");
    String rule = "rule.h.match=" + hot + "#step;" + hot + "#loop,rule.h.retry.backoff=0";
    try (LiveJvm program = Programs.bare(jdk).start(hot)) {
      assertThat(program.ask("failures?")).isEqualTo("some");

      assertThat(Programs.command(jdk, "attach", program, rule).err()).isEmpty();
      assertThat(program.ask("failures?")).isEqualTo("none");

      assertThat(Programs.command(jdk, "detach", program).err()).isEmpty();
      assertThat(program.ask("failures?")).isEqualTo("some");
    }
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void givesEveryClassItsOldBehaviourBackAndLetsTheAgentGo(Jdk jdk) throws Exception {
    try (LiveJvm program = Programs.bare(jdk).start(PROGRAM)) {
      for (int round = 1; round <= 2; round++) {
        assertThat(Programs.command(jdk, "attach", program, RULE).err()).isEmpty();
        assertThat(program.ask("private 2")).isEqualTo("p12.5, calls: 3");

        assertThat(Programs.command(jdk, "status", program, "--json").err()).isEmpty();
        ForkedJvm.Result detached = Programs.command(jdk, "detach", program);

        assertThat(detached.err()).isEmpty();
        assertThat(detached.out()).matches("detached: \\d+ methods are as they were\n");
        assertThat(program.ask("private 2")).isEqualTo("p12.5 failed, calls: 1");
        assertThat(program.ask("recursive 1")).isEqualTo("deep failed, calls: 1");
        Histogram.awaitNone(jdk, program.pid(), "dev.holdfast.core.");
      }
      ForkedJvm.Result again = Programs.command(jdk, "detach", program);
      assertThat(again.exitCode()).isEqualTo(1);
      assertThat(again.err())
          .isEqualTo(
              program.pid()
                  + ": the agent is not in that JVM (expected: it is). Attach it first.\n");
    }
  }

  /** A folder can be opened once at a time: it must be closed each time for the next to open it. */
  @ParameterizedTest
  @MethodSource("jdks")
  void comesAndGoesTenTimesWithAStoreAndLeavesNothingBehind(Jdk jdk, @TempDir Path folder)
      throws Exception {
    String idempotent =
        "rule.i.match=" + PROGRAM + "#charged,rule.i.idempotent.key=#0,store=file:" + folder;
    try (LiveJvm program = Programs.bare(jdk).start(PROGRAM)) {
      for (int round = 1; round <= 10; round++) {
        ForkedJvm.Result attached = Programs.command(jdk, "attach", program, idempotent);
        assertThat(attached.err()).isEmpty();

        String calls = round == 1 ? ", calls: 1" : ", calls: 0";
        assertThat(program.ask("charged 0")).isEqualTo("charged order-17" + calls);

        assertThat(Programs.command(jdk, "detach", program).err()).isEmpty();
        assertThat(program.ask("charged 0")).isEqualTo("charged order-17, calls: 1");
      }
      assertThat(program.errors()).doesNotContain("[holdfast] WARN", "[holdfast] ERROR");
      Histogram.awaitNone(jdk, program.pid(), "dev.holdfast.core.");
      Histogram.awaitNone(jdk, program.pid(), "dev.holdfast.launcher.AgentLoader");
    }
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void letsAnAgentGoThatWasThereFromTheStart(Jdk jdk) throws Exception {
    ForkedJvm jvm =
        Programs.bare(jdk).withOptions("-javaagent:" + ForkedJvm.agentJar() + "=" + RULE);
    try (LiveJvm program = jvm.start(PROGRAM)) {
      assertThat(program.ask("locked 2")).isEqualTo("locked, calls: 3");

      assertThat(Programs.command(jdk, "detach", program).exitCode()).isZero();

      assertThat(program.ask("locked 2")).isEqualTo("locked failed, calls: 1");
      assertThat(program.ask("later 0")).isEqualTo("later, calls: 1");
      Histogram.awaitNone(jdk, program.pid(), "dev.holdfast.core.");
    }
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void threadsThatWereInCallsKeepNothingWhenTheyHaveReturned(Jdk jdk) throws Exception {
    try (LiveJvm program = Programs.bare(jdk).start(PROGRAM)) {
      assertThat(program.ask("private 0")).isEqualTo("p12.5, calls: 1");
      assertThat(Programs.command(jdk, "attach", program, RULE).err()).isEmpty();
      assertThat(program.ask("begin 1")).isEqualTo("begun, calls: 2");

      assertThat(Programs.command(jdk, "detach", program).out())
          .endsWith("; 1 thread in guarded calls, which finish as they began\n");

      assertThat(program.ask("end 0")).isEqualTo("waited, calls: 0");
      Histogram.awaitNone(jdk, program.pid(), "dev.holdfast.core.");
    }
  }

  private static List<String> answers(LiveJvm program, int failures) throws Exception {
    List<String> answers = new ArrayList<>();
    for (String method :
        List.of(
            "private",
            "static",
            "void",
            "loop",
            "recursive",
            "nested",
            "later",
            "limited",
            "default",
            "lambda",
            "unloaded")) {
      answers.add(program.ask(method + " " + failures));
    }
    return answers;
  }
}
