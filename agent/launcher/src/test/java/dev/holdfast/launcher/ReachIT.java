package dev.holdfast.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.holdfast.testkit.ForkedJvm;
import dev.holdfast.testkit.Jdk;
import dev.holdfast.testkit.LiveJvm;
import java.io.BufferedReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that cannot be attached to, and why. */
class ReachIT {

  private static final String PROGRAM = Programs.name("Answering");
  private static final String RULE =
      "rule.a.match=" + PROGRAM + "#privately,rule.a.retry.backoff=0";

  private static final List<String> AS_NOBODY =
      List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--");

  private final Jdk jdk = Jdk.own();

  @Test
  void aProcessThatIsNone() throws Exception {
    ForkedJvm.Result none = attach(jdk, "999999999");

    assertThat(none.exitCode()).isEqualTo(1);
    assertThat(none.err())
        .isEqualTo(
            "999999999: no process here has that number (expected: the number of a JVM, as this"
                + " container or machine counts). See: list\n");
    assertThat(attach(jdk, "shop").exitCode()).isEqualTo(2);
  }

  @Test
  void aProcessThatIsNoJvmGoesOn() throws Exception {
    Process sleeping = new ProcessBuilder("sleep", "60").start();
    try {
      ForkedJvm.Result noJvm = attach(jdk, Long.toString(sleeping.pid()));

      assertThat(noJvm.exitCode()).isEqualTo(1);
      assertThat(noJvm.err())
          .isEqualTo(
              sleeping.pid()
                  + ": no JVM (expected: a process that runs Java 17 or newer). See: list\n");
      assertThat(sleeping.isAlive()).isTrue();
    } finally {
      sleeping.destroyForcibly();
    }
  }

  @Test
  void aJvmThatRefuses() throws Exception {
    assertRefused(
        "-XX:+DisableAttachMechanism",
        "that JVM refuses: it was started with -XX:+DisableAttachMechanism (expected: without)."
            + " Start it with -javaagent.");
  }

  @Test
  void aJvmThatTheSignalWouldEnd() throws Exception {
    assertRefused(
        "-Xrs",
        "that JVM takes no requests now (expected: one that has started, without -Xrs). Try again,"
            + " or start it with -javaagent.");
  }

  @Test
  void aJvmOfAnotherUser() throws Exception {
    assumeTrue(System.getProperty("user.name").equals("root"), "only root can be somebody else");
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/setpriv")));
    assumeTrue(
        process(AS_NOBODY, "test", "-r", ForkedJvm.agentJar().toString()).waitFor() == 0,
        "the jar is not for everybody");
    try (LiveJvm program = Programs.bare(jdk).start(PROGRAM)) {
      String jar = ForkedJvm.agentJar().toString();
      Process command =
          process(AS_NOBODY, jdk.java(), "-jar", jar, "attach", Long.toString(program.pid()));

      assertThat(new String(command.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo(
              program.pid()
                  + ": belongs to the user root, and you are nobody (expected: the same). Run the"
                  + " command as root.\n");
      assertThat(command.waitFor()).isEqualTo(1);
    }
  }

  @Test
  void aJvmThatIsStoppedPrintsNothingWhenItGoesOn() throws Exception {
    try (LiveJvm program = Programs.bare(jdk).start(PROGRAM)) {
      assertThat(program.ask("private 0")).isEqualTo("p12.5, calls: 1");
      String pid = Long.toString(program.pid());
      assertThat(process(List.of("kill", "-STOP"), pid).waitFor()).isZero();

      assertThat(attach(program).err())
          .isEqualTo(
              pid
                  + ": that JVM is stopped (expected: running). Let it go on (kill -CONT "
                  + pid
                  + ", or its debugger), and try again.\n");

      assertThat(process(List.of("kill", "-CONT"), pid).waitFor()).isZero();
      assertThat(program.ask("private 0")).isEqualTo("p12.5, calls: 1");
    }
  }

  @Test
  void aJvmThatMayNotReadTheJar(@TempDir Path folder) throws Exception {
    assumeTrue(System.getProperty("user.name").equals("root"), "only root can be somebody else");
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/setpriv")));
    Path jar = Files.copy(ForkedJvm.agentJar(), folder.resolve("agent.jar"));
    Files.setPosixFilePermissions(jar, PosixFilePermissions.fromString("rw-------"));
    Path classes =
        Path.of(Programs.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Process program = process(AS_NOBODY, jdk.java(), "-cp", classes.toString(), PROGRAM);
    try (BufferedReader answers = program.inputReader();
        Writer lines = program.outputWriter()) {
      lines.write("private 0\n");
      lines.flush();
      assumeTrue("p12.5, calls: 1".equals(answers.readLine()), "nobody may read the program");
      String pid = Long.toString(program.pid());

      assertThat(ForkedJvm.of(jdk).runJar(jar, "attach", pid).err())
          .isEqualTo(
              pid
                  + ": that JVM cannot read "
                  + jar
                  + " (expected: a file that its user may read, in its container, too). Copy the"
                  + " jar to where it can, and use that one.\n");
    } finally {
      program.destroyForcibly();
    }
  }

  @Test
  void anAgentOfAnotherVersion() throws Exception {
    ForkedJvm other = Programs.bare(jdk).withOptions("-Ddev.holdfast.running=9.9.9");
    try (LiveJvm program = other.start(PROGRAM)) {
      for (String command : List.of("attach", "status", "detach")) {
        assertThat(Programs.command(jdk, command, program).err())
            .isEqualTo(
                program.pid()
                    + ": holdfast 9.9.9 is in that JVM, and this is holdfast 0.1.0 (expected: the"
                    + " same version). Use the agent jar of 9.9.9, or start the program again.\n");
      }
    }
  }

  @Test
  void aJavaThatCannotAttach() throws Exception {
    ForkedJvm small = ForkedJvm.of(jdk).withOptions("--limit-modules", "java.instrument,java.sql");

    for (List<String> command :
        List.of(List.of("list"), List.of("attach", Long.toString(ProcessHandle.current().pid())))) {
      ForkedJvm.Result result = small.runJar(ForkedJvm.agentJar(), command.toArray(new String[0]));

      assertThat(result.exitCode()).isEqualTo(1);
      assertThat(result.err())
          .isEqualTo(
              "this Java ("
                  + jdk.home()
                  + ") lacks the module jdk.attach (expected: a JDK, or a runtime image that holds"
                  + " it). Run the command with a JDK.\n");
    }
  }

  @Test
  void twoAtOnce() throws Exception {
    try (LiveJvm program = Programs.bare(jdk).start(PROGRAM)) {
      List<CompletableFuture<ForkedJvm.Result>> both = new ArrayList<>();
      for (int command = 0; command < 2; command++) {
        both.add(CompletableFuture.supplyAsync(() -> attach(program, RULE)));
      }

      assertThat(both).extracting(each -> each.join().exitCode()).containsExactlyInAnyOrder(0, 1);
      assertThat(both.stream().map(each -> each.join().err()).filter(err -> !err.isEmpty()))
          .containsExactly(
              program.pid()
                  + ": holdfast 0.1.0 is in that JVM already (expected: attached once). See status"
                  + " PID, or change it by set.\n");
      assertThat(program.ask("private 2")).isEqualTo("p12.5, calls: 3");
    }
  }

  @Test
  void argumentsWithAnythingWrongInThemAreRefusedWhole() throws Exception {
    try (LiveJvm program = Programs.bare(jdk).start(PROGRAM)) {
      ForkedJvm.Result wrong = attach(program, RULE, "mod=observe", "rule.a.retry.backoff=soon");

      assertThat(wrong.exitCode()).isEqualTo(1);
      assertThat(wrong.err())
          .isEqualTo(
              program.pid()
                  + ": refused, nothing is attached:\n"
                  + "holdfast.mod: observe (expected: a known key). Write holdfast.mode, or remove"
                  + " the key (agent argument).\n"
                  + "holdfast.rule.a.retry.backoff: soon (expected: a duration such as 250ms, 1.5s,"
                  + " 5m or 24h). Correct the value, or remove the key (agent argument).\n");
      assertThat(program.ask("private 1")).isEqualTo("p12.5 failed, calls: 1");
      assertThat(attach(program, RULE).exitCode()).isZero();
      assertThat(program.ask("private 1")).isEqualTo("p12.5, calls: 2");
    }
  }

  @Test
  void aSecondAttachWithABadRuleChangesNothing() throws Exception {
    try (LiveJvm program = Programs.bare(jdk).start(PROGRAM)) {
      assertThat(attach(program, RULE).exitCode()).isZero();

      assertThat(attach(program, "rule.a.match=(,mode=observe").exitCode()).isEqualTo(1);

      assertThat(program.ask("private 2")).isEqualTo("p12.5, calls: 3");
    }
  }

  /** Either it is too early to ask, or it works; the program goes on in any case. */
  @Test
  void aJvmThatHasJustBegun() throws Exception {
    try (LiveJvm program = Programs.bare(jdk).start(PROGRAM)) {
      ForkedJvm.Result early = attach(program, RULE);
      while (early.exitCode() != 0) {
        assertThat(early.err()).contains("takes no requests now");
        early = attach(program, RULE);
      }
      assertThat(program.ask("private 2")).isEqualTo("p12.5, calls: 3");
    }
  }

  private void assertRefused(String option, String sentence) throws Exception {
    try (LiveJvm program = Programs.bare(jdk).withOptions(option).start(PROGRAM)) {
      assertThat(program.ask("private 0")).isEqualTo("p12.5, calls: 1");

      ForkedJvm.Result refused = attach(program);

      assertThat(refused.exitCode()).isEqualTo(1);
      assertThat(refused.err()).isEqualTo(program.pid() + ": " + sentence + "\n");
      assertThat(program.ask("private 0")).isEqualTo("p12.5, calls: 1");
    }
  }

  private ForkedJvm.Result attach(LiveJvm program, String... settings) {
    try {
      return Programs.command(jdk, "attach", program, settings);
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static ForkedJvm.Result attach(Jdk jdk, String pid) throws Exception {
    return ForkedJvm.of(jdk).runJar(ForkedJvm.agentJar(), "attach", pid);
  }

  private static Process process(List<String> prefix, String... command) throws Exception {
    return new ProcessBuilder(Stream.concat(prefix.stream(), Stream.of(command)).toList()).start();
  }
}
