package dev.holdfast.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.FutureTask;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Futures of the application's own classes that do not do what futures do. */
class FuturesTest {

  @Test
  void aFutureWhoseEndCannotBeWaitedForEndsWithWhatItThrows() {
    IllegalStateException failure = new IllegalStateException("the session is closed");

    CompletableFuture<@Nullable Object> outcome = Futures.of(throwing(failure), Runnable::run);

    assertThat(Futures.failureOf(outcome)).isSameAs(failure);
  }

  @Test
  void anErrorOfAFutureIsItsEndToo() {
    AssertionError failure = new AssertionError("never wait for it");

    CompletableFuture<@Nullable Object> outcome = Futures.of(throwing(failure), Runnable::run);

    assertThat(Futures.failureOf(outcome)).isSameAs(failure);
  }

  @Test
  void aFutureThatCannotBeAskedWhetherItIsDoneEndsWithWhatItThrows() {
    IllegalStateException failure = new IllegalStateException("the session is closed");
    FutureTask<String> unaskable =
        new FutureTask<>(() -> "paid") {
          @Override
          public boolean isDone() {
            throw failure;
          }
        };

    CompletableFuture<@Nullable Object> outcome = Futures.of(unaskable, Runnable::run);

    assertThat(Futures.failureOf(outcome)).isSameAs(failure);
  }

  @Test
  void aStageThatCannotBeFollowedEndsWithWhatItThrows() {
    UnsupportedOperationException failure = new UnsupportedOperationException("whenComplete");
    CompletionStage<String> stage =
        new CompletableFuture<>() {
          @Override
          public CompletableFuture<String> whenComplete(
              BiConsumer<? super String, ? super Throwable> action) {
            throw failure;
          }
        };

    CompletableFuture<@Nullable Object> outcome = Futures.of(stage, Runnable::run);

    assertThat(Futures.failureOf(outcome)).isSameAs(failure);
  }

  private static FutureTask<String> throwing(Throwable failure) {
    return new FutureTask<>(() -> "paid") {
      @Override
      public String get() {
        throw FuturesTest.<RuntimeException>unchecked(failure);
      }
    };
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // get() declares neither
  private static <T extends Throwable> T unchecked(Throwable failure) throws T {
    throw (T) failure;
  }
}
