package shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PendingChargesTest {
  private final StubService provider = new StubService("charge-1");
  private final PendingCharges pending =
      new PendingCharges(new PaymentClient(new Http(), provider.address()));

  PendingChargesTest() throws IOException {
    pending.add(new Order("order-1", "customer-1", 1_999));
    pending.add(new Order("order-2", "customer-2", 2_999));
  }

  @AfterEach
  void close() {
    provider.close();
  }

  @Test
  void areSettledOldestFirst() throws Exception {
    pending.settle();

    assertThat(pending.size()).isZero();
    assertThat(provider.requests())
        .containsExactly("/charges/order-1 1999 key null", "/charges/order-2 2999 key null");
  }

  @Test
  void stayWhenTheProviderFailsAndTakeTurns() throws Exception {
    provider.answerWith(503);

    pending.settle();
    pending.settle();

    assertThat(pending.size()).isEqualTo(2);
    assertThat(provider.requests())
        .containsExactly("/charges/order-1 1999 key null", "/charges/order-2 2999 key null");
  }
}
