package dev.holdfast.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testkit.ForkedJvm;
import dev.holdfast.testkit.Jdk;
import dev.holdfast.testkit.LiveJvm;
import dev.holdfast.testkit.RunningJvm;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one sees and changes of an agent that runs. */
class CommandsIT {

  private static final String PROGRAM = Programs.name("Answering");
  private static final String BREAKER = PROGRAM + "#statically";
  private static final String RULES =
      "rule.a.match=%1$s#privately,rule.a.retry.backoff=0,rule.b.match=No#no,rule.b.retry=on,"
          + "rule.c.match=%1$s#statically,rule.c.circuit-breaker.window=4,"
          + "rule.c.circuit-breaker.minimum-calls=2";

  private final Jdk jdk = Jdk.own();
  private LiveJvm program;

  @BeforeEach
  void attach() throws Exception {
    program = Programs.bare(jdk).start(PROGRAM);
    assertThat(run("attach", RULES.formatted(PROGRAM)).err()).isEmpty();
  }

  @AfterEach
  void close() {
    program.close();
  }

  @Test
  void statusShowsWhatIsGuardedAndWhatCameOfIt() throws Exception {
    assertThat(program.ask("private 1")).isEqualTo("p12.5, calls: 2");
    openBreaker();

    ForkedJvm.Result status = run("status");

    assertThat(status.out().replaceAll("next-trial-ms \\d+", "next-trial-ms N"))
        .isEqualTo(
            """
            holdfast 0.1.0 in mode enforce guards 2 methods

            GUARD                                               CALLS  POLICY           VALUES                        COUNTS
            dev.holdfast.launcher.program.Answering#privately       1  retry            backoff = 0                   attempts-2 1, recovered 1, retried 1
            dev.holdfast.launcher.program.Answering#statically      2  circuit-breaker  minimumCalls = 2, window = 4  failed 2

            KIND     NAME                                                STATE  FIGURES
            breaker  dev.holdfast.launcher.program.Answering#statically  open   calls 2, failures 2, next-trial-ms N

            Rules that match nothing:
              holdfast.rule.b.match: No#no guards nothing that is loaded so far
            """);
    assertThat(status.exitCode()).isZero();
  }

  @Test
  void statusForProgramsHoldsEveryValueWithItsOrigin() throws Exception {
    assertThat(run("status", "--json").out())
        .startsWith(
            """
            {
              "version" : "0.1.0",
              "mode" : "enforce",
              "guards" : [ {
                "method" : "PROGRAM#privately",
                "calls" : 0,
                "policies" : [ {
                  "policy" : "retry",
                  "origin" : "holdfast.rule.a.retry.backoff (agent argument)",
                  "attributes" : [ {
                    "name" : "attemptTimeout",
                    "value" : "",
                    "origin" : "default"
                  }, {
            """
                .replace("PROGRAM", PROGRAM))
        .endsWith(
            """
              "problems" : [ ],
              "idleRules" : [ "holdfast.rule.b.match: No#no guards nothing that is loaded so far" ]
            }
            """);
  }

  @Test
  void aWatchShowsTheStatusAnewUntilTheAgentGoes() throws Exception {
    try (RunningJvm watch = watch()) {
      assertThat(program.ask("private 1")).isEqualTo("p12.5, calls: 2");
      watch.await("attempts-2 1, recovered 1, retried 1");
      openBreaker();
      watch.await("breaker  " + BREAKER + "  open");

      assertThat(run("detach").err()).isEmpty();

      watch.await(program.pid() + ": the agent has been detached");
      assertThat(watch.printed()).doesNotContain("\u001b");
    }
    assertThat(program.errors().lines().filter(line -> line.contains("Sharing is only supported")))
        .hasSizeLessThanOrEqualTo(3);
  }

  @Test
  void aWatchEndsWithTheProgram() throws Exception {
    try (RunningJvm watch = watch()) {
      program.close();

      watch.await(program.pid() + ": that JVM has ended");
    }
  }

  @Test
  void aWatchIsForPeople() throws Exception {
    assertThat(run("status", "--watch", "--json").exitCode()).isEqualTo(2);
  }

  @Test
  void resetClosesABreaker() throws Exception {
    openBreaker();

    assertThat(run("reset", BREAKER).out()).isEqualTo("reset: " + BREAKER + "\n");
    assertThat(program.ask("static 0")).isEqualTo("9, calls: 1");

    ForkedJvm.Result unknown = run("reset", PROGRAM + "#static");
    assertThat(unknown.exitCode()).isEqualTo(1);
    assertThat(unknown.err())
        .isEqualTo(
            "%d: %s#static: no breaker has that name (expected: one that status shows). Did you mean %s?%n"
                .formatted(program.pid(), PROGRAM, BREAKER));
  }

  @Test
  void setPutsValuesInForceAndWeavesWhatANewRuleSelects() throws Exception {
    ForkedJvm.Result set =
        run(
            "set",
            "rule.a.retry.max-attempts=2",
            "rule.n.match=" + Programs.name("Default#*"),
            "rule.n.retry.backoff=0");

    assertThat(set.err()).isEmpty();
    assertThat(set.out())
        .isEqualTo(
            "in force: holdfast.rule.a.retry.max-attempts, holdfast.rule.n.match,"
                + " holdfast.rule.n.retry.backoff\n");
    assertThat(program.ask("private 2")).isEqualTo("p12.5 failed, calls: 2");
    assertThat(program.ask("default 2")).isEqualTo("default, calls: 3");
  }

  @Test
  void setIsRefusedWholeWhenAnythingIsWrong() throws Exception {
    ForkedJvm.Result wrong =
        run("set", "rule.a.retry.max-attempts=0", "rule.a.retry.backoff=1s", "mode=observe");
    ForkedJvm.Result fixed = run("set", "store=redis://localhost");

    assertThat(wrong.exitCode()).isEqualTo(1);
    assertThat(wrong.err())
        .isEqualTo(
            program.pid()
                + ": refused, the settings in force stay:\n"
                + "holdfast.rule.a.retry.max-attempts: 0 (expected: >= 1). Set at least 1, or remove"
                + " the key (set).\n");
    assertThat(fixed.err())
        .isEqualTo(
            program.pid()
                + ": refused, the settings in force stay:\n"
                + "holdfast.store: redis:*** (expected: not set, as since the start). It"
                + " cannot be changed while the JVM runs: set it back, or restart the JVM.\n");
    assertThat(program.ask("private 2")).isEqualTo("p12.5, calls: 3");
  }

  @Test
  void listTellsInWhichJvmsTheAgentIs() throws Exception {
    String row = "(?m)^ *" + program.pid() + "  %s +" + PROGRAM + "$";
    assertThat(list()).containsPattern(row.formatted("0\\.1\\.0"));

    assertThat(run("detach").err()).isEmpty();

    assertThat(list()).containsPattern(row.formatted("-"));
  }

  @Test
  void asksNoAgentWhereThereIsNone() throws Exception {
    assertThat(run("detach").exitCode()).isZero();

    for (String command : new String[] {"status", "detach", "reset", "set"}) {
      ForkedJvm.Result absent =
          command.equals("reset") || command.equals("set") ? run(command, "a=b") : run(command);
      assertThat(absent.exitCode()).isEqualTo(1);
      assertThat(absent.err())
          .isEqualTo(
              program.pid()
                  + ": the agent is not in that JVM (expected: it is). Attach it first.\n");
    }
  }

  private RunningJvm watch() throws Exception {
    return ForkedJvm.of(jdk)
        .startJar(
            ForkedJvm.agentJar(),
            Pattern.compile("guards 2 methods"),
            "status",
            Long.toString(program.pid()),
            "--watch");
  }

  private void openBreaker() throws Exception {
    assertThat(program.ask("static 1")).isEqualTo("static failed, calls: 1");
    assertThat(program.ask("static 1")).isEqualTo("static failed, calls: 1");
  }

  private ForkedJvm.Result run(String command, String... arguments) throws Exception {
    return Programs.command(jdk, command, program, arguments);
  }

  private String list() throws Exception {
    return ForkedJvm.of(jdk).runJar(ForkedJvm.agentJar(), "list").out();
  }
}
