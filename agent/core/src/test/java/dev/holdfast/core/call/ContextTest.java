package dev.holdfast.core.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.core.time.FakeTime;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContextTest {

  private static final Scope SCOPE =
      Scope.NONE
          .withAttempt(3)
          .withKey("order-17")
          .withDeadline(Deadline.after(50, new FakeTime(), "shop.Cart#pay"));

  private static final Scope WORKERS_OWN = Scope.NONE.withKey("the worker's own");

  @Test
  void takesScopeAndLoaderAlongAndGivesTheThreadItsOwnBack() {
    ClassLoader loader = new URLClassLoader(new URL[0]);

    Context context = under(SCOPE, loader, Context::capture);
    List<Seen> seen = new ArrayList<>();
    CompletableFuture.runAsync(
            () -> {
              Scopes.enter(WORKERS_OWN);
              Thread.currentThread().setContextClassLoader(null);
              context.carry(() -> seen.add(Seen.here())).run();
              seen.add(Seen.here());
              Scopes.leave(Scope.NONE);
            })
        .join();

    assertThat(seen).containsExactly(new Seen(SCOPE, loader), new Seen(WORKERS_OWN, null));
  }

  @Test
  void runsUnderAnotherScopeIfAsked() {
    Context context = under(SCOPE, null, Context::capture);
    List<Scope> seen = new ArrayList<>();

    context.carry(SCOPE.withAttempt(4), () -> seen.add(Scopes.current())).run();

    assertThat(seen).containsExactly(SCOPE.withAttempt(4));
  }

  @Test
  void gotBackWhenTheTaskThrows() {
    Context context = under(SCOPE, null, Context::capture);
    Runnable task =
        context.carry(
            () -> {
              throw new AssertionError("thrown by a task");
            });

    try {
      task.run();
    } catch (AssertionError expected) {
      // what is left behind is what counts
    }

    assertThat(Scopes.current()).isEqualTo(Scope.NONE);
  }

  @Test
  void aFailureThatWasExhaustedOnAWorkerIsKnownToTheCaller() {
    Exception failure = new Exception("down");
    guarded(
        () -> {
          Context context = Context.capture();
          CompletableFuture.runAsync(context.carry(() -> guarded(() -> Scopes.exhaust(failure))))
              .join();

          assertThat(Scopes.isExhausted(failure)).isTrue();
          assertThat(Scopes.isExhausted(new RuntimeException(failure))).isTrue();
          assertThat(Scopes.isExhausted(new Exception("down"))).isFalse();
        });
  }

  @Test
  void aFailureThatWasExhaustedByTheCallerIsKnownToAWorker() {
    Exception failure = new Exception("down");
    List<Boolean> known = new ArrayList<>();
    guarded(
        () -> {
          Context context = Context.capture();
          Scopes.exhaust(failure);
          CompletableFuture.runAsync(context.carry(() -> known.add(Scopes.isExhausted(failure))))
              .join();
          known.add(context.isExhausted(failure));
        });

    assertThat(known).containsExactly(true, true);
  }

  @Test
  void partsSideBySideAreAllRemembered() {
    List<Exception> failures = List.of(new Exception("a"), new Exception("b"), new Exception("c"));

    guarded(
        () -> {
          Context context = Context.capture();
          failures.forEach(context::exhaust);

          assertThat(failures).allMatch(Scopes::isExhausted);
        });
  }

  @Test
  void theNextOutermostCallKnowsNoFailureOfTheLast() {
    Exception failure = new Exception("down");
    guarded(() -> Scopes.exhaust(failure));

    guarded(() -> assertThat(Scopes.isExhausted(failure)).isFalse());
  }

  private static <T> T under(Scope scope, @Nullable ClassLoader loader, Supplier<T> task) {
    Thread thread = Thread.currentThread();
    ClassLoader own = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    Scope outer = Scopes.enter(scope);
    try {
      return task.get();
    } finally {
      Scopes.leave(outer);
      thread.setContextClassLoader(own);
    }
  }

  private static void guarded(Runnable body) {
    Scopes.track();
    Scope outer = Scopes.begin();
    try {
      body.run();
    } finally {
      Scopes.end(outer);
    }
  }

  private record Seen(Scope scope, @Nullable ClassLoader loader) {
    static Seen here() {
      return new Seen(Scopes.current(), Thread.currentThread().getContextClassLoader());
    }
  }
}
