package dev.holdfast.core.policy.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class FailureMemoryTest {

  private final Breaker breaker = new Lab(Lab.LIMITS).breaker;

  @Test
  void aBreakerKnowsItsLastFailure() {
    FailureMemory memory = new FailureMemory(1);
    IOException last = new IOException("last");

    memory.remember(breaker, new IOException("first"));
    memory.remember(breaker, last);

    assertThat(breaker.lastFailure()).isSameAs(last);
  }

  @Test
  void ofAllMemoriesTheOneThatSawAFailureLastIsAsked() {
    FailureMemory one = new FailureMemory(1);
    FailureMemory other = new FailureMemory(1);
    IOException last = new IOException("last");

    one.remember(breaker, new IOException("first"));
    other.remember(breaker, last);

    assertThat(breaker.lastFailure()).isSameAs(last);
  }

  @Test
  void aBreakerWithoutFailuresKnowsNone() {
    assertThat(breaker.lastFailure()).isNull();
  }

  @Test
  @Timeout(60)
  void moreBreakersThanFitAreForgotten() throws Exception {
    ReferenceQueue<Throwable> gone = new ReferenceQueue<>();
    FailureMemory memory = new FailureMemory(1);
    WeakReference<Throwable> first = failOnce(memory, breaker, gone);

    memory.remember(new Lab(Lab.LIMITS).breaker, new IOException("second"));

    assertThat(collected(gone)).isSameAs(first);
    assertThat(breaker.lastFailure()).isNull();
  }

  @Test
  @Timeout(60)
  void aBreakerThatLivesOnHoldsNoFailureOfAnApplicationThatIsGone() throws Exception {
    ReferenceQueue<Throwable> gone = new ReferenceQueue<>();
    WeakReference<Throwable> failure = failOnce(new FailureMemory(1), breaker, gone);

    assertThat(collected(gone)).isSameAs(failure);
    assertThat(breaker.lastFailure()).isNull();
  }

  /** Where the memory is nobody else's, it goes with the application's class: when this returns. */
  private static WeakReference<Throwable> failOnce(
      FailureMemory memory, Breaker breaker, ReferenceQueue<Throwable> gone) {
    IOException failure = new IOException("down");
    memory.remember(breaker, failure);
    return new WeakReference<>(failure, gone);
  }

  /** What the collector takes first. */
  private static Reference<?> collected(ReferenceQueue<?> gone) throws InterruptedException {
    while (true) {
      System.gc();
      Reference<?> collected = gone.remove(10);
      if (collected != null) {
        return collected;
      }
    }
  }
}
