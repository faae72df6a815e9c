package dev.holdfast.core.store.blocking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What becomes of a step for which the JVM cannot start a thread. */
final class StoreThreadsTest {

  @Test
  void rejectsItAndTakesTheNextOne() throws InterruptedException {
    AtomicInteger failures = new AtomicInteger(1);
    CountDownLatch done = new CountDownLatch(1);
    StoreThreads.Pool threads =
        new StoreThreads.Pool(
            1,
            task -> {
              if (failures.getAndDecrement() > 0) {
                throw new OutOfMemoryError("unable to create native thread");
              }
              return new Thread(task);
            });
    try {
      assertThatThrownBy(() -> threads.execute(done::countDown))
          .isInstanceOf(RejectedExecutionException.class)
          .hasMessage("the JVM cannot start another thread");
      threads.execute(done::countDown);

      assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      threads.shutdown();
    }
  }
}
