package dev.holdfast.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.core.call.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ObserveStageTest {

  private final List<@Nullable Object> seen = new ArrayList<>();
  private final Observer observer = call -> (result, failure) -> seen.add(result);

  @Test
  void theEndOfAFutureIsWhatItComesTo() throws Throwable {
    CompletableFuture<String> future = new CompletableFuture<>();

    Object returned = observe(future);
    List<@Nullable Object> before = new ArrayList<>(seen);
    future.complete("paid");

    assertThat(returned).isSameAs(future);
    assertThat(before).isEmpty();
    assertThat(seen).containsExactly("paid");
  }

  @Test
  void aFutureThatCannotBeFollowedIsHandedOnAndIsTheEndItself() throws Throwable {
    CompletableFuture<String> future =
        new CompletableFuture<>() {
          @Override
          public CompletableFuture<String> whenComplete(
              BiConsumer<? super String, ? super Throwable> action) {
            throw new AssertionError("cannot be followed");
          }
        };

    assertThat(observe(future)).isSameAs(future);
    assertThat(seen).containsExactly(future);
  }

  private @Nullable Object observe(Object returned) throws Throwable {
    return new ObserveStage(List.of(observer), call -> returned).call(new Call(new Object[0]));
  }
}
