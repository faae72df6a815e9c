package dev.holdfast.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetLimitTest {

  @Test
  void aShareAndARateAreRead() {
    assertThat(BudgetLimit.parse("20%+10/s")).contains(BudgetLimit.DEFAULT);
    assertThat(BudgetLimit.parse(" 12.5 % + 0.5 /s ")).contains(new BudgetLimit(12.5, 0.5, false));
    assertThat(BudgetLimit.parse("30%")).contains(new BudgetLimit(30, 0, false));
    assertThat(BudgetLimit.parse("5/s")).contains(new BudgetLimit(0, 5, false));
    assertThat(BudgetLimit.parse("Off")).contains(BudgetLimit.OFF);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "20", "%", "/s", "20%+", "101%", "-1%", "20%+-1/s", "10/m", "none"})
  void anythingElseIsNoBudget(String text) {
    assertThat(BudgetLimit.parse(text)).isEmpty();
  }

  @Test
  void aShareAboveTheWholeCannotBe() {
    assertThatThrownBy(() -> new BudgetLimit(101, 0, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("percent: 101.0 (expected: >= 0 and <= 100)");
  }
}
