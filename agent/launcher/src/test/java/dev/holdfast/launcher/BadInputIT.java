package dev.holdfast.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.holdfast.testkit.ForkedJvm;
import dev.holdfast.testkit.Jdk;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadInputIT {

  private static final ForkedJvm JVM = Programs.underAgent(Jdk.own());

  @Test
  void reportsEachMistakeOnceAndRunsOn() throws Exception {
    ForkedJvm.Result result = JVM.run(Programs.name("Mistakes"));

    assertThat(result.out())
        .isEqualTo("attempts duration predicate rate fallback key 7 deadline\n");
    assertThat(result.err().lines().filter(line -> line.contains("Mistakes#")))
        .hasSize(7)
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains(
                        "Mistakes#attempts: maxAttempts: 0 (expected: >= 1). Set at least 1, or"
                            + " remove @Retry."))
        .anySatisfy(line -> assertThat(line).contains("isWrnog").contains("isWrong"))
        .anySatisfy(line -> assertThat(line).contains("substitte").contains("substitute"));
  }

  @Test
  void endsWithExitCode78WhereThatIsWanted() throws Exception {
    ForkedJvm.Result method =
        JVM.withOptions("-Dholdfast.on-error=abort").run(Programs.name("Mistakes"));
    ForkedJvm.Result key =
        JVM.withOptions("-Dholdfast.on-error=abort", "-Dholdfast.retry.max-atempts=2")
            .run(Programs.name("Unguarded"), "0");

    assertThat(method.exitCode()).isEqualTo(78);
    assertThat(method.out()).isEmpty();
    assertThat(key.exitCode()).isEqualTo(78);
    assertThat(key.err()).contains("holdfast.retry.max-atempts").contains("max-attempts");
  }

  @Test
  void runsOnWithAnUnknownKey() throws Exception {
    ForkedJvm.Result result =
        JVM.withOptions("-Dholdfast.mod=observe").run(Programs.name("Unguarded"), "0");

    assertThat(result.out()).isEqualTo("answer after 1 calls\n");
    assertThat(result.err()).contains("holdfast.mod: observe").contains("holdfast.mode");
  }

  @Test
  void toleratesBeingGivenTwice() throws Exception {
    ForkedJvm.Result result = JVM.withAgent().run(Programs.name("Kinds"));

    assertThat(result.out()).contains("enum=2");
    assertThat(result.err().lines().filter(line -> line.contains("given twice"))).hasSize(1);
  }

  @Test
  void saysThatTheFileCannotBeRead(@TempDir Path folder) throws Exception {
    ForkedJvm.Result result =
        JVM.withOptions("-Dholdfast.config=" + folder).run(Programs.name("Unguarded"), "0");

    assertThat(result.out()).isEqualTo("answer after 1 calls\n");
    assertThat(result.err()).contains("holdfast.config");
  }

  /** Java 24 and newer have none. */
  @Test
  void guardsUnderASecurityManager(@TempDir Path folder) throws Exception {
    assumeTrue(Jdk.own().feature() < 24);
    Path policy =
        Files.writeString(
            folder.resolve("policy"), "grant { permission java.security.AllPermission; };");

    ForkedJvm.Result result =
        JVM.withOptions("-Djava.security.manager", "-Djava.security.policy==" + policy)
            .run(Programs.name("Kinds"));

    assertThat(result.out()).contains("enum=2");
    assertThat(result.err()).doesNotContain("[holdfast] ERROR", "did not start");
  }

  @Test
  void doesNothingWhenSwitchedOff() throws Exception {
    ForkedJvm.Result result =
        JVM.withOptions("-Dholdfast.enabled=false").run(Programs.name("Shape"));

    assertThat(result.err()).isEmpty();
    assertThat(result.out()).doesNotContain("AttemptFailure");
  }
}
