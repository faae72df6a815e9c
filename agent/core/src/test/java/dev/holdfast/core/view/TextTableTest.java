package dev.holdfast.core.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TextTableTest {

  private final TextTable table = new TextTable("GUARD", "CALLS", "POLICY");

  @Test
  void alignsTextsToTheLeftAndNumbersToTheRight() {
    table.add("shop.Cart#pay", "7", "retry");
    table.add("", "", "circuit-breaker");
    table.add("shop.Mail#send", "12000", "");

    assertThat(table.text())
        .isEqualTo(
            """
            GUARD           CALLS  POLICY
            shop.Cart#pay       7  retry
                                   circuit-breaker
            shop.Mail#send  12000
            """);
  }

  @Test
  void refusesRowsOfAnotherLength() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> table.add("shop.Cart#pay"))
        .withMessage("cells: 1 (expected: 3)");
  }
}
