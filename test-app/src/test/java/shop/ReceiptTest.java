package shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ReceiptTest {
  private static final Order ORDER = new Order("order-1", "customer-1", 1_999);
  private static final Payment PAID = new Payment("order-1", 1_999, "charge-1");
  private static final Suggestions PERSONAL = new Suggestions(List.of("Green mug"), true);
  private static final Delivery SOON = new Delivery(2);

  @Test
  void aFullAnswerIsNotDegraded() {
    assertThat(new Receipt("order-1", PAID, SOON, PERSONAL).isDegraded()).isFalse();
  }

  @Test
  void anyMissingPartDegradesTheAnswer() {
    assertThat(new Receipt("order-1", Payment.pending(ORDER), SOON, PERSONAL).isDegraded())
        .isTrue();
    assertThat(new Receipt("order-1", PAID, Delivery.UNKNOWN, PERSONAL).isDegraded()).isTrue();
    assertThat(new Receipt("order-1", PAID, SOON, Suggestions.BESTSELLERS).isDegraded()).isTrue();
  }

  @Test
  void anOrderThatIsChargedLaterKnowsItsPriceAndNothingElse() {
    assertThat(Receipt.chargedLater(ORDER))
        .isEqualTo(
            new Receipt(
                "order-1",
                new Payment("order-1", 1_999, ""),
                new Delivery(-1),
                Suggestions.BESTSELLERS));
  }

  @Test
  void nobodyBuysForNothing() {
    assertThatThrownBy(() -> new Order("order-1", "customer-1", 0))
        .hasMessage("order order-1: cents: 0 (expected: > 0)");
  }
}
