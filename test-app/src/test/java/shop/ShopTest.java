package shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The shop as plain code: nobody guards it here. */
final class ShopTest {
  private static final Order ORDER = new Order("order-1", "customer-1", 1_999);

  private final StubService payment = new StubService("charge-1");
  private final StubService recommendations = new StubService("Green mug\nWatering can");
  private final StubService stock = new StubService("2");
  private final Shop shop =
      new Shop(new ServiceAddresses(payment.address(), recommendations.address(), stock.address()));

  ShopTest() throws IOException {}

  @AfterEach
  void close() {
    shop.close();
    payment.close();
    recommendations.close();
    stock.close();
  }

  @Test
  void putsTheAnswersOfAllServicesOnTheReceipt() throws Exception {
    assertThat(shop.place(ORDER))
        .isEqualTo(
            new Receipt(
                "order-1",
                new Payment("order-1", 1_999, "charge-1"),
                new Delivery(2),
                new Suggestions(List.of("Green mug", "Watering can"), true)));
  }

  @Test
  void asksEachServiceOnceAndMakesUpNoKey() throws Exception {
    shop.place(ORDER);

    assertThat(payment.requests()).containsExactly("/charges/order-1 1999 key null");
    assertThat(recommendations.requests())
        .containsExactly("/suggestions/order-1 customer-1 key null");
    assertThat(stock.requests()).containsExactly("/deliveries/order-1  key null");
  }

  @Test
  void failsWithTheProvider() {
    payment.answerWith(503);

    assertThatThrownBy(() -> shop.place(ORDER))
        .isInstanceOf(UnexpectedStatusException.class)
        .hasMessage(
            "POST " + payment.address() + "/charges/order-1 was answered 503 (expected: 200)");
  }

  @Test
  void failsWithTheStockServiceWhenTheCustomerHasBeenChargedAlready() {
    stock.answerWith(500);

    assertThatThrownBy(() -> shop.place(ORDER))
        .isInstanceOf(CompletionException.class)
        .hasRootCauseInstanceOf(UnexpectedStatusException.class);
    assertThat(payment.requests()).hasSize(1);
  }
}
