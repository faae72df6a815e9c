package dev.holdfast.core.policy.retry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.AttemptFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class HistoryTest {

  private final History history = new History();
  private final IOException first = new IOException("first");
  private final IOException last = new IOException("last");

  @Test
  void earlierFailuresAreAttachedWithWhatHappenedAround() {
    history.add(1, 35_000_000, 100_000_000, first);

    history.attachTo(last);

    assertThat(last.getSuppressed()).hasSize(1);
    AttemptFailure attached = (AttemptFailure) last.getSuppressed()[0];
    assertThat(attached.attempt()).isEqualTo(1);
    assertThat(attached.elapsed()).isEqualTo(Duration.ofMillis(35));
    assertThat(attached.waited()).isEqualTo(Duration.ofMillis(100));
    assertThat(attached).hasCause(first);
    assertThat(attached.getStackTrace()).isEmpty();
  }

  @Test
  void theFirstSixteenAreKept() {
    for (int attempt = 1; attempt <= 40; attempt++) {
      history.add(attempt, 0, 0, new IOException());
    }

    history.attachTo(last);

    assertThat(last.getSuppressed()).hasSize(16);
    assertThat(Arrays.stream(last.getSuppressed()).map(each -> ((AttemptFailure) each).attempt()))
        .startsWith(1, 2)
        .endsWith(16);
  }

  @Test
  void nothingIsAttachedToAnObjectThatTwoAttemptsThrew() {
    history.add(1, 0, 0, first);

    history.attachTo(first);

    assertThat(first.getSuppressed()).isEmpty();
  }

  @Test
  void nothingIsAttachedToACauseOfAnEarlierFailure() {
    history.add(1, 0, 0, new IllegalStateException(last));

    history.attachTo(last);

    assertThat(last.getSuppressed()).isEmpty();
  }

  @Test
  void nothingIsAttachedToWhatAnotherCallHasMarked() {
    History other = new History();
    other.add(1, 0, 0, new IOException("of another call"));
    other.attachTo(last);
    history.add(1, 0, 0, first);

    history.attachTo(last);

    assertThat(last.getSuppressed()).hasSize(1);
    assertThat(last.getSuppressed()[0]).hasRootCauseMessage("of another call");
  }

  @Test
  void whatCannotHoldSuppressedFailuresStaysWithout() {
    history.add(1, 0, 0, first);
    Throwable bare = new Bare();

    history.attachTo(bare);

    assertThat(bare.getSuppressed()).isEmpty();
  }

  @Test
  void exceptionsThatTheJvmSharesStayWithout() {
    history.add(1, 0, 0, first);
    NullPointerException preallocated = new NullPointerException();
    preallocated.setStackTrace(new StackTraceElement[0]);

    history.attachTo(preallocated);

    assertThat(preallocated.getSuppressed()).isEmpty();
  }

  @Test
  void aClockThatWasReadCoarselyGivesNoNegativeTimes() {
    history.add(1, -5, 0, first);

    history.attachTo(last);

    assertThat(((AttemptFailure) last.getSuppressed()[0]).elapsed()).isZero();
  }

  private static final class Bare extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Bare() {
      super("bare", null, false, false);
    }
  }
}
