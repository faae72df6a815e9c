package dev.holdfast.core.call;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SystemWorkersTest {

  private static final InheritableThreadLocal<String> INHERITABLE = new InheritableThreadLocal<>();

  private final Workers pooled = new SystemWorkers(WorkerThreads.pooled(2));

  @Test
  void aPooledWorkerIsANamedDaemonThatInheritsNothing() throws Exception {
    assertThat(seenBy(pooled)).isEqualTo(new Seen("holdfast-worker-0", true, null, null));
  }

  @Test
  void aVirtualWorkerIsANamedDaemonThatInheritsNothing() throws Exception {
    assumeTrue(Runtime.version().feature() >= 21);

    Seen seen = seenBy(new SystemWorkers());

    assertThat(seen)
        .isEqualTo(new Seen("holdfast-worker-0", true, ClassLoader.getSystemClassLoader(), null));
  }

  @Test
  void rejectsATaskWhenAllPooledWorkersAreBusy() {
    CountDownLatch gate = new CountDownLatch(1);
    pooled.execute(() -> pass(gate));
    pooled.execute(() -> pass(gate));

    assertThatThrownBy(() -> pooled.execute(() -> {}))
        .isExactlyInstanceOf(RejectedExecutionException.class)
        .hasMessage("worker threads: 2 are busy (expected: fewer than 2)");

    gate.countDown();
  }

  @Test
  void rejectsATaskWhenTheJvmCannotStartAThread() {
    Workers workers =
        new SystemWorkers(
            task -> {
              throw new OutOfMemoryError("unable to create native thread");
            });

    assertThatThrownBy(() -> workers.execute(() -> {}))
        .isExactlyInstanceOf(RejectedExecutionException.class)
        .hasMessage("the JVM cannot start another thread");
  }

  @Test
  void aTaskThatThrowsDoesNotReachTheUncaughtHandlers() {
    Workers direct = new SystemWorkers(Runnable::run);

    assertThatCode(
            () ->
                direct.execute(
                    () -> {
                      throw new AssertionError("thrown by a task");
                    }))
        .doesNotThrowAnyException();
  }

  private static Seen seenBy(Workers workers) throws Exception {
    Thread caller = Thread.currentThread();
    ClassLoader own = caller.getContextClassLoader();
    INHERITABLE.set("the caller's");
    caller.setContextClassLoader(new URLClassLoader(new URL[0]));
    try {
      CompletableFuture<Seen> seen = new CompletableFuture<>();
      workers.execute(() -> seen.complete(Seen.here()));
      return seen.get(10, SECONDS);
    } finally {
      INHERITABLE.remove();
      caller.setContextClassLoader(own);
    }
  }

  private static void pass(CountDownLatch gate) {
    try {
      assertThat(gate.await(10, SECONDS)).isTrue();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  private record Seen(
      String name, boolean isDaemon, @Nullable ClassLoader loader, @Nullable String inherited) {

    static Seen here() {
      Thread thread = Thread.currentThread();
      return new Seen(
          thread.getName(), thread.isDaemon(), thread.getContextClassLoader(), INHERITABLE.get());
    }
  }
}
