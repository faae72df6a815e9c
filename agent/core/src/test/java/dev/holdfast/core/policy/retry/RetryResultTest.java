package dev.holdfast.core.policy.retry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.Jitter;
import dev.holdfast.Retry;
import dev.holdfast.core.call.Call;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetryResultTest {

  private final Shop shop = new Shop();

  /** What {@code Shop} inherits. */
  @SuppressWarnings("unused") // called by its handle
  private static class Store {

    boolean isLost(Object result) {
      return "lost".equals(result);
    }
  }

  /** A type with a check of its own. */
  @SuppressWarnings("unused") // called by its handle
  private interface Checked {

    default boolean isUnknown(CharSequence result) {
      return result.toString().equals("unknown");
    }
  }

  @SuppressWarnings("unused") // compiled against, and called by their handles
  private static final class Shop extends Store implements Checked {

    private String rejected = "sold out";

    @Retry(jitter = Jitter.NONE, onResult = "isRejected")
    String order() {
      return "";
    }

    private boolean isRejected(String result) {
      return result.equals(rejected);
    }

    @Retry(jitter = Jitter.NONE, onResult = "isNegative")
    static int count() {
      return 0;
    }

    private static boolean isNegative(Integer count) {
      return count < 0;
    }

    @Retry(jitter = Jitter.NONE, onResult = "isZero")
    Long total() {
      return 0L;
    }

    boolean isZero(long total) {
      return total == 0;
    }

    @Retry(jitter = Jitter.NONE, onResult = "isLost")
    List<String> inherited() {
      return List.of();
    }

    @Retry(jitter = Jitter.NONE, onResult = "isUnknown")
    String ofInterface() {
      return "";
    }

    @Retry(jitter = Jitter.NONE, onResult = "isEmpty")
    Optional<String> overloaded() {
      return Optional.empty();
    }

    static boolean isEmpty(Object result) {
      return result != null; // were it taken, nothing would ever pass
    }

    static boolean isEmpty(Optional<?> result) {
      return result.isEmpty();
    }

    @Retry(maxAttempts = 1, onResult = "isRejected")
    String once() {
      return "";
    }
  }

  @Test
  void aRejectedResultIsTriedAgain() throws Throwable {
    Retried order = new Retried(Shop.class, "order");

    Object result = order.call(attempt -> attempt < 3 ? "sold out" : "sold", shop);

    assertThat(result).isEqualTo("sold");
    assertThat(order.attempts()).isEqualTo(3);
    assertThat(order.outcomes()).containsEntry("retry.recovered", 1L);
  }

  @Test
  void theCheckSeesItsOwnTarget() throws Throwable {
    Retried order = new Retried(Shop.class, "order");
    shop.rejected = "sold";

    assertThat(order.call(attempt -> attempt == 1 ? "sold" : "sold out", shop))
        .isEqualTo("sold out");
  }

  @Test
  void whenRejectedResultsRunOutTheCallerGetsTheLastOne() throws Throwable {
    Retried order = new Retried(Shop.class, "order");
    Call call = new Call(new Object[] {shop});

    Object result = order.call(call, attempt -> "sold out");

    assertThat(result).isEqualTo("sold out");
    assertThat(order.attempts()).isEqualTo(3);
    assertThat(call.isRejected()).isTrue();
    assertThat(order.events().get(0).sentence())
        .isEqualTo(
            Shop.class.getName()
                + "#order failed for good after 3 attempts in 300 ms,"
                + " last with a result that was rejected: no attempts are left");
  }

  @Test
  void aResultThatIsGoodIsNotMarked() throws Throwable {
    Retried order = new Retried(Shop.class, "order");
    Call call = new Call(new Object[] {shop});

    order.call(call, attempt -> attempt == 1 ? "sold out" : "sold");

    assertThat(call.isRejected()).isFalse();
  }

  @Test
  void evenASingleAttemptIsJudged() throws Throwable {
    Retried once = new Retried(Shop.class, "once");
    Call call = new Call(new Object[] {shop});

    assertThat(once.call(call, attempt -> "sold out")).isEqualTo("sold out");
    assertThat(call.isRejected()).isTrue();
    assertThat(once.events()).isEmpty();
  }

  @Test
  void whatTheCheckThrowsEndsTheCall() {
    Retried order = new Retried(Shop.class, "order");

    Throwable thrown = order.fail(attempt -> null, shop);

    assertThat(thrown).isInstanceOf(NullPointerException.class);
    assertThat(order.attempts()).isEqualTo(1);
  }

  @Test
  void primitivesAndTheirBoxesFit() throws Throwable {
    Retried count = new Retried(Shop.class, "count");
    Retried total = new Retried(Shop.class, "total");

    assertThat(count.call(attempt -> attempt == 1 ? -1 : 7)).isEqualTo(7);
    assertThat(total.call(attempt -> attempt - 1L, shop)).isEqualTo(1L);
  }

  @Test
  void inheritedChecksAreFound() throws Throwable {
    Retried inherited = new Retried(Shop.class, "inherited");
    Retried ofInterface = new Retried(Shop.class, "ofInterface");

    inherited.call(attempt -> attempt == 1 ? "lost" : "found", shop);
    ofInterface.call(attempt -> attempt == 1 ? "unknown" : "known", shop);

    assertThat(List.of(inherited.attempts(), ofInterface.attempts())).containsExactly(2, 2);
  }

  @Test
  void theClosestOverloadIsTaken() throws Throwable {
    Retried overloaded = new Retried(Shop.class, "overloaded");

    overloaded.call(attempt -> attempt == 1 ? Optional.empty() : Optional.of("it"), shop);

    assertThat(overloaded.attempts()).isEqualTo(2);
  }

  @Test
  void failuresAreTriedAgainBesideResults() throws Throwable {
    Retried order = new Retried(Shop.class, "order");

    Object result =
        order.call(
            attempt -> {
              if (attempt == 2) {
                throw new IllegalStateException("down");
              }
              return attempt == 1 ? "sold out" : "sold";
            },
            shop);

    assertThat(result).isEqualTo("sold");
  }

  @Test
  void anObserverCountsWhatItWouldHaveTriedAgain() throws Throwable {
    Retried order = new Retried(Shop.class, "order");

    order.observe("sold out", null, shop);
    order.observe("sold", null, shop);
    order.observe(null, new IllegalStateException(), shop);
    order.observe(null, new OutOfMemoryError(), shop);
    order.observe(null, null, shop);

    assertThat(order.outcomes()).containsOnly(Map.entry("retry.would-retry", 2L));
  }
}
