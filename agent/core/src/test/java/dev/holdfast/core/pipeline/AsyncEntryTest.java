package dev.holdfast.core.pipeline;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.core.call.Call;
import dev.holdfast.core.time.FakeTime;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AsyncEntryTest {

  private final TestGuard guard = new TestGuard("shop.Cart#pay", new FakeTime(), Runnable::run);

  @Test
  void aFutureThatHasSucceededIsHandedOnAsItIs() throws Throwable {
    CompletableFuture<String> paid = completedFuture("paid");

    assertThat(guard.begin(call -> paid)).isSameAs(paid);
  }

  @Test
  void aPlainFutureThatHasSucceededIsHandedOnAsItIs() throws Throwable {
    FutureTask<String> paid = new FutureTask<>(() -> "paid");
    paid.run();

    assertThat(new AsyncEntry(call -> outcome(call, paid, "paid")).call(call())).isSameAs(paid);
  }

  @Test
  @SuppressWarnings("unchecked") // a pipeline of futures of objects
  void anotherResultThanTheBodysIsHandedOnInAFutureOfItsOwn() throws Throwable {
    CompletableFuture<String> paid = completedFuture("paid");

    Object handed = new AsyncEntry(call -> outcome(call, paid, "substitute")).call(call());

    assertThat(handed).isNotSameAs(paid);
    assertThat((CompletableFuture<Object>) handed).isCompletedWithValue("substitute");
  }

  @Test
  void aFutureThatIsNotDoneIsFollowedByOneThatEndsAsTheCallDoes() throws Throwable {
    CompletableFuture<Object> pending = new CompletableFuture<>();

    CompletableFuture<@Nullable Object> handed = guard.begin(call -> pending);

    assertThat(handed).isNotSameAs(pending).isNotDone();
    pending.complete("paid");
    assertThat(handed).isCompletedWithValue("paid");
  }

  @Test
  void nullInPlaceOfAFutureStaysNull() throws Throwable {
    assertThat(guard.begin(call -> null)).isNull();
  }

  private static Call call() {
    return new Call(new @Nullable Object[0]);
  }

  private static CompletableFuture<@Nullable Object> outcome(
      Call call, Object returned, Object result) {
    call.returned(returned);
    return completedFuture(result);
  }
}
