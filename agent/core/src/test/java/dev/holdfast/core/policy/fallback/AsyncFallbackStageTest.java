package dev.holdfast.core.policy.fallback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.Fallback;
import dev.holdfast.core.call.Call;
import dev.holdfast.core.call.Deadline;
import dev.holdfast.core.call.Scope;
import dev.holdfast.core.call.Scopes;
import dev.holdfast.core.pipeline.AsyncStage;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What callers get when a method that returns a future fails. */
final class AsyncFallbackStageTest {

  private final Shop shop = new Shop();
  private final CompletableFuture<@Nullable Object> body = new CompletableFuture<>();
  private Scope outer = Scope.NONE;

  @BeforeEach
  void beginAnOutermostCall() {
    Scopes.track();
    outer = Scopes.begin();
  }

  @AfterEach
  void endIt() {
    Scopes.end(outer);
  }

  @Test
  void aFutureThatHasSucceededIsHandedOnItself() {
    body.complete("tea");

    assertThat(Guarded.method(Shop.class, "price").answering(body, shop, "tea")).isSameAs(body);
  }

  @Test
  void aFutureThatSucceedsLaterIsFollowed() {
    CompletableFuture<@Nullable Object> price =
        Guarded.method(Shop.class, "price").answering(body, shop, "tea");

    body.complete("costs 2");

    assertThat(price).isCompletedWithValue("costs 2");
    assertThat(Scopes.isDegraded()).isFalse();
  }

  @Test
  void aFutureThatHasFailedIsAnsweredOnTheCallersThread() {
    Guarded price = Guarded.method(Shop.class, "price");
    body.completeExceptionally(new IOException("down"));

    assertThat(price.answering(body, shop, "tea")).isCompletedWithValue("tea down");

    assertThat(price.handedOver()).isEmpty();
    assertThat(price.outcomes()).containsEntry("fallback.substituted", 1L);
    assertThat(Scopes.isDegraded()).isTrue();
  }

  @Test
  void anInterruptThatTheBodyItselfThrewIsSetAgain() {
    InterruptedException interrupt = new InterruptedException();

    CompletableFuture<@Nullable Object> price =
        Guarded.method(Shop.class, "price")
            .policy()
            .aroundAsync(call -> CompletableFuture.failedFuture(call.threw(interrupt)))
            .call(new Call(new Object[] {shop, "tea"}));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(price).isCompletedExceptionally();
  }

  @Test
  void anInterruptOfTheThreadThatAFutureFailedOnIsNotTheCallers() {
    body.completeExceptionally(new InterruptedException());

    Guarded.method(Shop.class, "price").answering(body, shop, "tea");

    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void aFutureThatFailsLaterIsAnsweredOnAWorker() {
    Guarded price = Guarded.method(Shop.class, "price");
    CompletableFuture<@Nullable Object> answer = price.answering(body, shop, "tea");

    body.completeExceptionally(new IOException("down"));

    assertThat(answer).isNotDone();
    assertThat(Scopes.isDegraded()).isFalse();
    CompletableFuture.runAsync(price.handedOver().remove()).join();
    assertThat(answer).isCompletedWithValue("tea down");
    assertThat(Scopes.isDegraded()).isTrue();
  }

  @Test
  void aMethodThatAnswersLaterHasTheCallersContext() {
    Guarded context = Guarded.method(Shop.class, "context");
    ClassLoader loader = new ClassLoader() {};
    Deadline deadline = new Deadline(17, "outer");
    Scope around = Scopes.enter(Scope.NONE.withDeadline(deadline));
    Thread.currentThread().setContextClassLoader(loader);
    CompletableFuture<@Nullable Object> answer;
    try {
      answer = context.answering(body, shop);
    } finally {
      Thread.currentThread().setContextClassLoader(getClass().getClassLoader());
      Scopes.leave(around);
    }

    body.completeExceptionally(new IOException());
    CompletableFuture.runAsync(context.handedOver().remove()).join();

    assertThat(answer).isCompletedWithValue(List.of(loader, deadline));
  }

  @Test
  void aLiteralAnswersWithoutAWorker() {
    Guarded literal = Guarded.method(Shop.class, "literal");
    CompletableFuture<@Nullable Object> answer = literal.answering(body, shop);

    CompletableFuture.runAsync(() -> body.completeExceptionally(new IOException())).join();

    assertThat(answer).isCompletedWithValue(42);
    assertThat(literal.handedOver()).isEmpty();
    assertThat(Scopes.isDegraded()).isTrue();
  }

  @Test
  void theNullObjectIsThatOfTheTypeArgument() {
    body.completeExceptionally(new IOException());

    assertThat(Guarded.method(Shop.class, "items").answering(body, shop))
        .isCompletedWithValue(List.of());
  }

  @Test
  void aMethodMayAnswerWhatTheFutureHolds() {
    body.completeExceptionally(new IOException());

    assertThat(Guarded.method(Shop.class, "plain").answering(body, shop)).isCompletedWithValue(3L);
    assertThat(Guarded.method(Shop.class, "done").answering(body, shop)).isCompletedWithValue(null);
  }

  @Test
  void aPlainFutureIsAwaitedByAWorker() {
    Guarded task = Guarded.method(Shop.class, "task");
    body.completeExceptionally(new IOException());
    CompletableFuture<@Nullable Object> answer = task.answering(body, shop);

    assertThat(answer).isNotDone();
    shop.task.run();
    task.handedOver().remove().run();

    assertThat(answer).isCompletedWithValue("from the task");
  }

  @Test
  void aFallbackThatFailsFailsTheFutureWithTheFirstFailureSuppressed() {
    Guarded broken = Guarded.method(Shop.class, "broken");
    IOException first = new IOException("first");
    body.completeExceptionally(first);

    Throwable second = failure(broken.answering(body, shop));

    assertThat(second).isInstanceOf(IllegalStateException.class).hasSuppressedException(first);
    assertThat(broken.outcomes()).containsEntry("fallback.failed", 1L);
    assertThat(Scopes.isDegraded()).isFalse();
  }

  @Test
  void aFutureOfAFallbackThatFailsLaterDoesSoToo() {
    IOException first = new IOException("first");
    body.completeExceptionally(first);
    CompletableFuture<@Nullable Object> answer =
        Guarded.method(Shop.class, "later").answering(body, shop);
    IOException second = new IOException("second");

    shop.later.completeExceptionally(second);

    assertThat(failure(answer)).isSameAs(second).hasSuppressedException(first);
  }

  @Test
  void aFallbackThatReturnsNoFutureHasFailed() {
    body.completeExceptionally(new IOException());

    assertThat(failure(Guarded.method(Shop.class, "none").answering(body, shop)))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("the fallback returned null (expected: a future)");
  }

  @Test
  void aFailureThatIsNotCoveredFailsTheFutureRaw() {
    Guarded price = Guarded.method(Shop.class, "price");
    StackOverflowError failure = new StackOverflowError();
    CompletableFuture<@Nullable Object> answer = price.answering(body, shop, "tea");

    body.completeExceptionally(failure);

    assertThat(failure(answer)).isSameAs(failure);
    assertThat(price.outcomes()).containsEntry("fallback.not-covered", 1L);
  }

  @Test
  void cancellingCancelsTheBodyAndIsNotAnswered() {
    Guarded price = Guarded.method(Shop.class, "price");
    CompletableFuture<@Nullable Object> answer = price.answering(body, shop, "tea");

    answer.cancel(true);

    assertThat(body).isCancelled();
    assertThat(answer).isCancelled();
    assertThat(price.outcomes().values()).containsOnly(0L);
    assertThat(price.handedOver()).isEmpty();
  }

  @Test
  void aFallbackThatWaitsForAWorkerIsNotRunOnceItIsCancelled() {
    Guarded later = Guarded.method(Shop.class, "later");
    CompletableFuture<@Nullable Object> answer = later.answering(body, shop);
    body.completeExceptionally(new IOException());

    answer.cancel(true);
    later.handedOver().remove().run();

    assertThat(shop.calls).isZero();
  }

  @Test
  void cancellingCancelsTheFutureOfTheFallback() {
    body.completeExceptionally(new IOException());

    Guarded.method(Shop.class, "later").answering(body, shop).cancel(true);

    assertThat(shop.later).isCancelled();
  }

  @Test
  void aBodyThatCancelsItselfIsAnswered() {
    body.completeExceptionally(new CancellationException());

    assertThat(Guarded.method(Shop.class, "literal").answering(body, shop))
        .isCompletedWithValue(42);
  }

  @Test
  void withoutAWorkerTheFutureFails() {
    IOException first = new IOException("first");
    RejectedExecutionException noThread = new RejectedExecutionException();
    FallbackPolicy bound = (FallbackPolicy) Guarded.method(Shop.class, "price").policy();
    AsyncStage stage =
        new AsyncFallbackStage(
            bound.rescue(),
            task -> {
              throw noThread;
            },
            call -> body);
    CompletableFuture<@Nullable Object> answer = stage.call(new Call(new Object[] {shop, "tea"}));

    body.completeExceptionally(first);

    assertThat(failure(answer)).isSameAs(noThread).hasSuppressedException(first);
  }

  private static Throwable failure(CompletableFuture<@Nullable Object> future) {
    assertThat(future).isCompletedExceptionally();
    return Objects.requireNonNull(future.handle((result, failure) -> failure).join());
  }

  static final class Shop {

    final CompletableFuture<String> later = new CompletableFuture<>();
    final FutureTask<String> task = new FutureTask<>(() -> "from the task");
    int calls;

    @Fallback(method = "priceLater")
    CompletableFuture<String> price(String item) {
      return CompletableFuture.completedFuture(item);
    }

    CompletionStage<String> priceLater(String item, IOException failure) {
      return CompletableFuture.completedFuture(item + " " + failure.getMessage());
    }

    CompletionStage<String> priceLater(String item) {
      return CompletableFuture.completedFuture(item);
    }

    @Fallback(method = "contextNow")
    CompletionStage<List<Object>> context() {
      return CompletableFuture.completedFuture(List.of());
    }

    List<Object> contextNow() {
      Deadline deadline = Scopes.current().deadline();
      ClassLoader loader = Thread.currentThread().getContextClassLoader();
      return deadline == null ? List.of() : List.of(loader, deadline);
    }

    @Fallback("42")
    CompletionStage<Integer> literal() {
      return CompletableFuture.completedFuture(1);
    }

    @Fallback
    Future<List<String>> items() {
      return CompletableFuture.completedFuture(List.of("tea"));
    }

    @Fallback(method = "three")
    CompletableFuture<Long> plain() {
      return CompletableFuture.completedFuture(1L);
    }

    long three() {
      return 3;
    }

    @Fallback(method = "count")
    CompletableFuture<Void> done() {
      return new CompletableFuture<>();
    }

    void count() {
      calls++;
    }

    @Fallback(method = "taskLater")
    Future<String> task() {
      return task;
    }

    FutureTask<String> taskLater() {
      return task;
    }

    @Fallback(method = "fail")
    CompletableFuture<String> broken() {
      return later;
    }

    CompletableFuture<String> fail() {
      throw new IllegalStateException("second");
    }

    @Fallback(method = "laterStill")
    CompletableFuture<String> later() {
      return later;
    }

    CompletableFuture<String> laterStill() {
      calls++;
      return later;
    }

    @Fallback(method = "nothing")
    CompletableFuture<String> none() {
      return later;
    }

    @SuppressWarnings("NullAway") // applications do
    CompletableFuture<String> nothing() {
      return null;
    }
  }
}
