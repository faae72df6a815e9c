package dev.holdfast.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.console.remote.Reach;
import dev.holdfast.console.sample.Mistaken;
import dev.holdfast.console.sample.Nobody;
import dev.holdfast.console.sample.PayClient;
import dev.holdfast.console.sample.PayPort;
import dev.holdfast.core.Version;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void eachPlanIsPrintedInOrderWithWhereEachValueCameFrom() throws IOException {
    copy(PayPort.class, PayClient.class);

    int exitCode = run("explain", folder.toString());

    assertThat(out.toString())
        .isEqualTo(
            """
            dev.holdfast.console.sample.PayClient#pay
              1 fallback          @Fallback
                  method         = later
                  default: on = {java.lang.Exception}
              2 deadline          @Deadline on dev.holdfast.console.sample.PayPort#pay
                  value          = 2s
                  default: handoff = false, interrupt = true
              3 circuit-breaker   @CircuitBreaker
                  minimumCalls   = 5
                  on             = {java.io.IOException}
                  default: failureRate = 50.0, halfOpenCalls = 3, maxKeys = 10000, maxOpenFor = 5m, openFor = 30s,
                           retryAfter = false, slowRate = 100.0, statuses = 429,500-599, window = 100

            1 method guarded in 1 of 2 classes, no problems
            """);
    assertThat(exitCode).isZero();
  }

  @Test
  void rulesAreExplainedLikeAnnotations() throws IOException {
    copy(PayPort.class, PayClient.class);
    Path file = folder.resolve("app.properties");
    Files.writeString(file, "holdfast.rule.all.deadline=5s\nholdfast.mode=observe\n");

    int exitCode =
        run(
            "explain",
            folder.toString(),
            "--config",
            file.toString(),
            "-Dholdfast.rule.all.match=dev.holdfast.console.sample.PayClient#*",
            "-Dholdfast.circuit-breaker.enabled=false");

    assertThat(out.toString())
        .isEqualTo(
            """
            dev.holdfast.console.sample.PayClient#later
              1 deadline          holdfast.rule.all.deadline (file FILE)
                  value          = 5s
                  default: handoff = false, interrupt = true

            dev.holdfast.console.sample.PayClient#pay
              1 fallback          @Fallback
                  method         = later
                  default: on = {java.lang.Exception}
              2 deadline          @Deadline on dev.holdfast.console.sample.PayPort#pay
                  value          = 5s  holdfast.rule.all.deadline (file FILE)
                  default: handoff = false, interrupt = true

            dev.holdfast.console.sample.PayClient#refund
              1 deadline          holdfast.rule.all.deadline (file FILE)
                  value          = 5s
                  default: handoff = false, interrupt = true

            3 methods guarded in 1 of 2 classes, no problems; holdfast.mode is observe: guards only watch
            """
                .replace("FILE", file.toString()));
    assertThat(exitCode).isZero();
  }

  @Test
  void defaultsArePrintedWhenTheyAreAskedFor() throws IOException {
    copy(PayPort.class, PayClient.class);

    run("explain", "--all", folder.toString());

    assertThat(out.toString())
        .contains("      interrupt      = true   default\n", "      maxOpenFor     = 5m");
  }

  @Test
  void everyMistakeIsListed() throws IOException {
    copy(Mistaken.class, Nobody.class);
    Files.writeString(folder.resolve("Broken.class"), "no class file");

    int exitCode =
        run(
            "explain",
            folder.toString(),
            "-Dholdfast.rule.none.match=shop.Nowhere#pay",
            "-Dholdfast.rule.none.deadline=2s",
            "-Dholdfast.moed=observe");

    assertThat(out.toString().replaceAll("(?m)(method: nowhere) .*$", "$1"))
        .isEqualTo(
            """
            Cannot be woven:
              @Deadline on dev.holdfast.console.sample.Mistaken#send: native (expected: a method in Java). Guard the method that calls it, or remove @Deadline.

            Problems:
              holdfast.moed: observe (expected: a known key). Write holdfast.mode, or remove the key (system property).
              FOLDER/Broken.class: class file: 13 bytes that do not parse (expected: a class file of Java 1 or newer). The class is left as it is; compile it again or fetch its jar again.
              @CircuitBreaker on dev.holdfast.console.sample.Mistaken#charge: failureRate: 150.0 (expected: > 0 and <= 100). Set at most 100, or remove @CircuitBreaker.
              @Deadline on dev.holdfast.console.sample.Mistaken#ship: value: soon (expected: a duration such as 250ms, 1.5s, 5m or 24h). Set a number with its unit, or remove @Deadline.
              @Fallback on dev.holdfast.console.sample.Mistaken#find: method: nowhere
              @Deadline on dev.holdfast.console.sample.Nobody#answer: abstract, and nothing in the given paths implements it (expected: a class with a body to guard). Give the path that holds one, or remove what is written.
              holdfast.rule.none.match: shop.Nowhere#pay (expected: a method in the given paths). Correct the pattern, or give the path that holds the method.

            0 methods guarded in 0 of 3 classes, 8 problems
            """
                .replace("FOLDER", folder.toString()));
    assertThat(exitCode).isEqualTo(1);
  }

  @Test
  void whatCannotBeReadIsAProblemAndTheRestIsExplained() throws IOException {
    copy(PayPort.class, PayClient.class);
    Path gone = folder.resolve("Gone.class");
    Files.createSymbolicLink(gone, folder.resolve("nowhere"));

    int exitCode = run("explain", folder.toString());

    assertThat(out.toString())
        .startsWith("dev.holdfast.console.sample.PayClient#pay\n")
        .endsWith(
            """
            Problems:
              GONE: unreadable, NoSuchFileException (expected: a file or folder that can be read). Permit it, or fetch it again.

            1 method guarded in 1 of 2 classes, 1 problem
            """
                .replace("GONE", gone.toString()));
    assertThat(exitCode).isEqualTo(1);
  }

  @Test
  void jsonHoldsEverything() throws IOException {
    copy(PayPort.class, PayClient.class);

    int exitCode = run("explain", "--json", folder.toString());

    assertThat(out.toString())
        .startsWith(
            """
            {
              "version" : "VERSION",
              "mode" : "enforce",
              "enabled" : true,
              "classes" : 2,
              "methods" : [ {
                "method" : "dev.holdfast.console.sample.PayClient#pay",
                "type" : "dev.holdfast.console.sample.PayClient",
                "policies" : [ {
                  "policy" : "fallback",
                  "origin" : "@Fallback",
                  "attributes" : [ {
                    "name" : "method",
                    "value" : "later",
                    "origin" : "@Fallback"
                  }, {
            """
                .replace("VERSION", Version.TEXT))
        .contains("\"value\" : [ \"java.lang.Exception\" ],")
        .endsWith(
            """
              "notWoven" : [ ],
              "problems" : [ ],
              "warnings" : [ ]
            }
            """);
    assertThat(exitCode).isZero();
  }

  @Test
  void whatIsNoPathIsAMistakeOfTheCommand() {
    Path missing = folder.resolve("missing.jar");

    assertThat(run("explain", missing.toString())).isEqualTo(2);
    assertThat(err.toString())
        .isEqualTo("path: " + missing + " (expected: a jar or a folder of class files)\n");
  }

  @Test
  void explainNeedsAPath() {
    assertThat(run("explain")).isEqualTo(2);
    assertThat(err.toString()).isEqualTo("Missing required parameter: 'PATH'. See: help explain\n");
  }

  @Test
  void anUnknownCommandIsNamedWithTheClosestOne() {
    assertThat(run("explian", "a.jar")).isEqualTo(2);
    assertThat(err.toString())
        .isEqualTo(
            "explian: not a command (expected: attach, detach, explain, help, list, reset, schema,"
                + " set, status, version). Did you mean explain?\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"attach", "detach", "reset", "set", "status"})
  void commandsAboutAJvmNeedItsNumber(String command) {
    assertThat(run(command, "shop")).isEqualTo(2);
    assertThat(err.toString()).contains("PID").endsWith(" See: help " + command + "\n");
  }

  @Test
  void theVersionIsPrinted() {
    assertThat(run("version")).isZero();
    assertThat(run("--version")).isZero();
    String line = "holdfast " + Version.TEXT + " (Java " + Runtime.version().feature() + ")\n";
    assertThat(out.toString()).isEqualTo(line + line);
  }

  @Test
  void helpTellsTheCommandsThereAre() {
    assertThat(run("help")).isZero();
    assertThat(out.toString())
        .contains("explain", "help", "list", "status", "-javaagent:holdfast-agent.jar");
  }

  @Test
  void withoutACommandTheUsageIsPrinted() {
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString()).startsWith("Usage: java -jar holdfast-agent.jar");
  }

  private int run(String... arguments) {
    return Main.run(
        arguments,
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        new Reach(Path.of("holdfast-agent.jar")),
        new Properties(),
        Map.of());
  }

  private void copy(Class<?>... types) throws IOException {
    for (Class<?> type : types) {
      String file = type.getName().replace('.', '/') + ".class";
      Path target = folder.resolve(file);
      Files.createDirectories(target.resolveSibling("."));
      try (InputStream bytes = type.getClassLoader().getResourceAsStream(file)) {
        assertThat(bytes).isNotNull();
        Files.copy(bytes, target);
      }
    }
  }
}
