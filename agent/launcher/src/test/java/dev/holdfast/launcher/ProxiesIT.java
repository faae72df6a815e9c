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

  @ParameterizedTest
  @MethodSource("jdks")
  void guardsOutsideOfTransactionsThatHandlersOfTheApplicationBegin(Jdk jdk) throws Exception {
    ForkedJvm.Result result =
        Programs.underAgent(jdk)
            .withOptions("-Dholdfast.budget.default=off")
            .run(Programs.name("Books"));

    assertThat(result.out())
        .isEqualTo(
            """
            named: 2 [begin, pay, rollback, begin, pay, rollback, begin, pay, commit]
            around: 2 [begin, pay, rollback, begin, pay, rollback, begin, pay, commit]
            lambda: 2 [begin, pay, rollback, begin, pay, rollback, begin, pay, commit]
            anonymous: 2 [begin, pay, rollback, begin, pay, rollback, begin, pay, commit]
            unable to commit: 1 [begin, pay, rollback, begin, pay, commit, begin, pay, commit]
            transaction in a transaction: 1 [begin, begin, pay, rollback, rollback, begin, begin, pay, commit, commit]
            transaction around logging: 1 [begin, logged, pay, rollback, begin, logged, pay, commit]
            logging around transaction: 1 [logged, begin, pay, rollback, begin, pay, commit]
            authorising: 2 [begin, pay, pay, pay, commit]
            transaction around authorising: 2 [begin, begin, pay, pay, pay, commit, commit]
            logging: 2 [logged, pay, pay, pay]
            one of two: 2 [begin, pay, pay, pay, commit]
            by itself: 2 [begin, pay, pay, pay, commit]
            recursive: 11 [begin, begin, pay, rollback, begin, pay, commit, begin, pay, commit, commit]
            no result without a commit: java.lang.IllegalStateException: not committed [begin, once, commit]
            a result after it: a [begin, once, commit]
            the result stored: a []
            at once: 300
            collected: true
            """);
    assertThat(result.err())
        .contains(
            "dev.holdfast.launcher.program.Books$OwnBook#pay: authorisation may be inside of the"
                + " transaction that dev.holdfast.launcher.program.Books$Authorising begins"
                + " (expected: in a proxy around it), so its guards are inside of both.");
  }
}
