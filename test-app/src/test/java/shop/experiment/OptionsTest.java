package shop.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OptionsTest {

  @Test
  void withoutAnyTheShopRunsOneDay() throws UsageException {
    assertThat(Options.parse())
        .isEqualTo(
            new Options(
                400, 17, false, 0, Optional.empty(), Optional.empty(), Optional.empty(), false));
  }

  @Test
  void allAreUnderstood() throws UsageException {
    assertThat(Options.parse("--orders", "20", "--seed", "-3", "--report", "figures", "--help"))
        .isEqualTo(
            new Options(
                20,
                -3,
                false,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.of(Path.of("figures")),
                true));
    assertThat(Options.parse("--compare", "--agent", "agent.jar"))
        .isEqualTo(
            new Options(
                400,
                17,
                true,
                0,
                Optional.empty(),
                Optional.of(Path.of("agent.jar")),
                Optional.empty(),
                false));
    assertThat(Options.parse("--instances", "2", "--store", "redis://localhost"))
        .isEqualTo(
            new Options(
                400,
                17,
                false,
                2,
                Optional.of("redis://localhost"),
                Optional.empty(),
                Optional.empty(),
                false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --order 3 | unknown option: --order (expected: --orders, --seed, --compare, --instances, --store, --agent, --report or --help)
          --orders 0 | --orders: 0 (expected: a whole number from 1 to 2000)
          --orders many | --orders: many (expected: a whole number from 1 to 2000)
          --orders | --orders: nothing (expected: a whole number from 1 to 2000)
          --compare --agent | --agent: nothing (expected: a path)
          --agent a.jar | --agent without --compare. Add --compare, or start the shop with -javaagent:PATH.
          --instances 1 --store memory | --instances: 1 (expected: a whole number from 2 to 9)
          --instances 2 | --instances and --store belong together. Name the store that all instances share.
          --store memory | --instances and --store belong together. Name the store that all instances share.
          --compare --instances 2 --store memory | --instances with --compare (expected: one of them).
          --compare --report f | --report with --compare (expected: one of them).
          """)
  void whatCannotBeObeyedIsNamed(String arguments, String message) {
    assertThatThrownBy(() -> Options.parse(arguments.split(" ")))
        .isInstanceOf(UsageException.class)
        .hasMessage(message);
  }
}
