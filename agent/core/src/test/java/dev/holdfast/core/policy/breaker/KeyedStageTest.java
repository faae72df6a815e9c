package dev.holdfast.core.policy.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.CircuitBreaker;
import dev.holdfast.CircuitOpenException;
import dev.holdfast.core.pipeline.Stage;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeyedStageTest {

  private static final Shop SHOP = (order, amount) -> "paid";

  private final IOException down = new IOException("down");
  private final Bound bound = new Bound();
  private final Stage failing = bound.stage(Shop.class, "pay", Bound.throwing(down));

  @Test
  void aBreakerOpensForItsKeyOnly() {
    open(new Order("eve"));

    CircuitOpenException refusal = Bound.refusal(failing, SHOP, new Order("eve"), 1);

    assertThat(refusal).hasCause(down);
    assertThat(refusal.getMessage()).doesNotContain("eve");
    assertThat(Bound.call(failing, SHOP, new Order("adam"), 1)).isSameAs(down);
  }

  @Test
  void callsWithoutAKeyShareOneBreaker() {
    open(null);

    assertThat(Bound.call(failing, SHOP, new Order(null), 1))
        .isInstanceOf(CircuitOpenException.class);
  }

  @Test
  void anAccessorThatThrowsIsAMissingKeyAndTheBodyRuns() {
    Order broken =
        new Order("eve") {
          @Override
          String customer() {
            throw new IllegalStateException("not loaded");
          }
        };

    assertThat(Bound.call(failing, SHOP, broken, 1)).isSameAs(down);
  }

  private void open(@Nullable Order order) {
    for (int call = 0; call < 4; call++) {
      Bound.call(failing, SHOP, order, 1);
    }
  }

  static class Order {

    private final @Nullable String customer;

    Order(@Nullable String customer) {
      this.customer = customer;
    }

    @Nullable String customer() {
      return customer;
    }
  }

  interface Shop {

    @CircuitBreaker(minimumCalls = 4, key = "#0.customer")
    String pay(Order order, int amount);
  }
}
