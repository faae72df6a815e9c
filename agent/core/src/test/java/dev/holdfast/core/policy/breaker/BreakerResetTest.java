package dev.holdfast.core.policy.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.CircuitBreaker;
import dev.holdfast.core.pipeline.Stage;
import dev.holdfast.core.policy.breaker.Admission.Permit;
import dev.holdfast.core.view.StateView;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BreakerResetTest {

  private final Lab lab = new Lab(Lab.LIMITS);
  private final Bound bound = new Bound();
  private final IOException down = new IOException("down");
  private final String name = BreakerResetTest.class.getName() + "$Shop#pay";

  @Test
  void closesAnOpenBreakerAndEmptiesItsWindow() {
    lab.open();

    lab.breaker.reset();

    assertThat(lab.breaker.view())
        .isEqualTo(
            BreakerView.of(
                BreakerId.of("shop.Cart#pay"), Closed.begin(2, Lab.LIMITS, lab.time), 0));
    assertThat(lab.events.get(lab.events.size() - 1).sentence())
        .isEqualTo("breaker shop.Cart#pay was reset: it is closed, and its window is empty");
  }

  @Test
  void doesNotCountOutcomesOfCallsThatBeganBefore() {
    Permit before = lab.admitted();
    lab.breaker.reset();

    lab.breaker.end(before, Verdict.FAILURE);

    assertThat(lab.breaker.view().tally()).isEqualTo(Tally.NONE);
  }

  @Test
  void isFoundByNameAmongAllBreakers() {
    Stage failing = bound.stage(Shop.class, "pay", Bound.throwing(down));
    for (int call = 0; call < 4; call++) {
      Bound.call(failing, new Shop());
    }
    BreakerRegistry all = BreakerRegistry.of(bound.services.states());
    assertThat(all.states())
        .containsExactly(
            StateView.of(
                "breaker",
                name,
                "open",
                Map.of("calls", 4L, "failures", 4L, "slow", 0L, "next-trial-ms", 30_000L)));

    assertThat(all.reset("shop.Nobody#pays")).isZero();
    assertThat(all.reset(name)).isEqualTo(1);

    assertThat(all.resettable()).containsExactly(name);
    assertThat(all.states())
        .containsExactly(
            StateView.of(
                "breaker", name, "closed", Map.of("calls", 0L, "failures", 0L, "slow", 0L)));
    assertThat(Bound.call(failing, new Shop())).isSameAs(down);
  }

  static class Shop {

    @CircuitBreaker(window = "4", minimumCalls = 4)
    String pay() {
      return "paid";
    }
  }
}
