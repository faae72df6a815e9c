package dev.holdfast.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testkit.ForkedJvm;
import dev.holdfast.testkit.Jdk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WeavingIT {

  static List<Jdk> jdks() {
    return Programs.jdks();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void guardsEveryKindOfMethod(Jdk jdk) throws Exception {
    ForkedJvm.Result result = Programs.underAgent(jdk).run(Programs.name("Kinds"));

    assertThat(result.out())
        .isEqualTo(
            """
            [1 2.5 3 [4], true, self-invoked, c, c, kg7, standard, BIG, closed, [1, 2], local, twice?]
            {base body=3, enum=2, inner class, varargs=2, interface default=2, local class=2,\
             meta-annotation, generic=2, private static, wide arguments=2,\
             record, generic interface=2, small primitives=2, synchronized=2, type-level=2, void=2}
            """);
    assertThat(result.exitCode()).isZero();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void keepsReflectionSerializationAndStackTraces(Jdk jdk) throws Exception {
    String program = Programs.name("Shape");

    ForkedJvm.Result bare = Programs.bare(jdk).run(program);
    ForkedJvm.Result woven = Programs.underAgent(jdk).run(program);

    assertThat(bare.out().lines().limit(3)).isEqualTo(woven.out().lines().limit(3).toList());
    assertThat(woven.out().lines().skip(3))
        .containsExactly("fail:true", "fail:false", "main:true", "AttemptFailure always");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void showsNothingOfItselfToTheApplication(Jdk jdk) throws Exception {
    ForkedJvm.Result result = Programs.underAgent(jdk).run(Programs.name("Visible"));

    assertThat(result.out())
        .isEqualTo(
            """
            hidden: dev.holdfast.core.pipeline.Guard
            hidden: dev.holdfast.weaving.Engine
            hidden: net.bytebuddy.jar.asm.ClassReader
            hidden: org.slf4j.LoggerFactory
            hidden: tools.jackson.databind.ObjectMapper
            hidden: picocli.CommandLine
            services: []
            own services: false
            one copy: true
            own loader: true
            child-first: attempt 2
            """);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void printsNothingButItsOwnLine(Jdk jdk) throws Exception {
    ForkedJvm.Result result = Programs.underAgent(jdk).run(Programs.name("Unguarded"), "0");

    assertThat(result.out()).isEqualTo("answer after 1 calls\n");
    assertThat(result.err().lines()).singleElement().asString().contains("holdfast 0.1.0");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void guardsByRuleWithoutAnyAnnotation(Jdk jdk) throws Exception {
    ForkedJvm jvm =
        Programs.underAgent(jdk)
            .withOptions(
                "-Dholdfast.rule.shy.match=dev.holdfast..Unguarded#call",
                "-Dholdfast.rule.shy.retry.max-attempts=4",
                "-Dholdfast.rule.shy.retry.backoff=0");

    assertThat(jvm.run(Programs.name("Unguarded"), "3").out()).isEqualTo("answer after 4 calls\n");
    assertThat(jvm.run(Programs.name("Unguarded"), "9").out()).isEqualTo("failure 4, 4 calls\n");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void makesIdempotentCallsOnce(Jdk jdk) throws Exception {
    ForkedJvm.Result result = Programs.underAgent(jdk).run(Programs.name("Charges"));

    assertThat(result.out())
        .isEqualTo(
            """
            Receipt[order=17, amount=12.50, notes=[paid]]
            equal: true
            other arguments: IdempotencyKeyReusedException
            declined: Declined: no -1
            declined again: Declined: no -1
            booked: [17, 18]
            key in every attempt: same
            same key: true
            no key: CompletionException: dev.holdfast.IdempotencyKeyMissingException:\
             dev.holdfast.launcher.program.Charges#later was called without an idempotency key:\
             key is absent or blank (expected: a key). Pass one, or set required = false.
            async: later, later
            at once: slow 1, slow 1
            """);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void startsFromAnyFileNameAndAReadOnlyFolder(Jdk jdk, @TempDir Path folder) throws Exception {
    Path renamed = Files.copy(ForkedJvm.agentJar(), folder.resolve("guard, 100% safe.jar"));
    ForkedJvm jvm = Programs.bare(jdk).withOptions("-javaagent:" + renamed);

    ForkedJvm.Result result = jvm.run(Programs.name("Kinds"));

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).contains("enum=2");
  }
}
