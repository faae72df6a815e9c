package dev.holdfast.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testkit.ForkedJvm;
import dev.holdfast.testkit.Jdk;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProxiesIT {

  static List<Jdk> jdks() {
    return Programs.jdks();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void guardsJdkProxiesOnceAndOutsideOfTheirTransactions(Jdk jdk) throws Exception {
    ForkedJvm.Result result = Programs.underAgent(jdk).run(Programs.name("Proxies"));

    assertThat(result.out())
        .isEqualTo(
            """
            Hello Ann after [greet, greet, greet]
            nobody instead of  after [greet, greet, greet]
            waves at Ann after [hail]
            breaker failed, failed, open: dev.holdfast.launcher.program.Proxies$Client#burst
            17 false
            paid [begin, pay, rollback, begin, pay, rollback, begin, pay, commit]
            paid [begin, pay, pay, pay, commit]
            """);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void guardsJdkProxiesByRulesForTheirInterfaces(Jdk jdk) throws Exception {
    ForkedJvm.Result result =
        Programs.underAgent(jdk)
            .withOptions(
                "-Dholdfast.rule.greet.match=dev.holdfast..Proxies$Client#greet",
                "-Dholdfast.rule.greet.retry.max-attempts=4")
            .run(Programs.name("Proxies"));

    assertThat(result.out().lines().skip(1).limit(1))
        .containsExactly("nobody instead of  after [greet, greet, greet, greet]");
  }
}
