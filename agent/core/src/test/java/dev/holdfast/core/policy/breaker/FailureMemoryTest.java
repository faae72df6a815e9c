package dev.holdfast.core.policy.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;
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
  void moreBreakersThanFitAreForgotten() {
    FailureMemory memory = new FailureMemory(1);
    Breaker other = new Lab(Lab.LIMITS).breaker;

    memory.remember(breaker, new IOException("first"));
    memory.remember(other, new IOException("second"));

    assertThat(breaker.lastFailure()).isNull();
  }

  @Test
  @Timeout(60)
  void aBreakerThatLivesOnHoldsNoFailureOfAnApplicationThatIsGone() throws Exception {
    ReferenceQueue<Throwable> gone = new ReferenceQueue<>();
    WeakReference<Throwable> failure = failOnce(breaker, gone);

    @Nullable Reference<?> collected = null;
    while (collected == null) {
      System.gc();
      collected = gone.remove(10);
    }

    assertThat(collected).isSameAs(failure);
    assertThat(breaker.lastFailure()).isNull();
  }

  /** The memory goes with the application's class: here, when this method returns. */
  private static WeakReference<Throwable> failOnce(
      Breaker breaker, ReferenceQueue<Throwable> gone) {
    FailureMemory memory = new FailureMemory(1);
    IOException failure = new IOException("down");
    memory.remember(breaker, failure);
    return new WeakReference<>(failure, gone);
  }
}
