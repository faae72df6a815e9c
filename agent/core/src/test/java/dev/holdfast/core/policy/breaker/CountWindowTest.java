package dev.holdfast.core.policy.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CountWindowTest {

  /** What happens to a window; the failing ones refer to the outcome that many counts back. */
  enum Step {
    SUCCESS,
    FAILURE,
    SLOW,
    SLOW_FAILURE,
    LATE_FAILURE
  }

  /** The same window, as one would write it without a thought about cost. */
  private static final class NaiveWindow {

    private final List<boolean[]> outcomes = new ArrayList<>();
    private final int size;

    NaiveWindow(int size) {
      this.size = size;
    }

    void count(boolean isFailure, boolean isSlow) {
      outcomes.add(new boolean[] {isFailure, isSlow});
    }

    void fail(int ticket) {
      outcomes.get(ticket)[0] = true;
    }

    Tally tally() {
      List<boolean[]> last = outcomes.subList(Math.max(0, outcomes.size() - size), outcomes.size());
      return new Tally(
          last.size(),
          last.stream().filter(outcome -> outcome[0]).count(),
          last.stream().filter(outcome -> outcome[1]).count());
    }
  }

  @Property
  void holdsWhatANaiveWindowHolds(
      @ForAll @IntRange(min = 1, max = 150) int size,
      @ForAll @Size(max = 400) List<Step> steps,
      @ForAll @IntRange(min = 1, max = 200) int back) {
    CountWindow window = new CountWindow(size);
    NaiveWindow naive = new NaiveWindow(size);
    List<Long> tickets = new ArrayList<>();

    for (Step step : steps) {
      boolean isFailure = step == Step.FAILURE || step == Step.SLOW_FAILURE;
      boolean isSlow = step == Step.SLOW || step == Step.SLOW_FAILURE;
      if (step == Step.LATE_FAILURE) {
        int late = tickets.size() - back;
        if (late >= 0) {
          window.fail(tickets.get(late));
          naive.fail(late);
        }
      } else if (step == Step.SUCCESS) {
        window.succeed(Long.MAX_VALUE);
        naive.count(false, false);
        tickets.add((long) tickets.size());
      } else {
        tickets.add(window.count(isFailure, isSlow));
        naive.count(isFailure, isSlow);
      }

      assertThat(window.tally()).isEqualTo(naive.tally());
    }
  }

  @Test
  void aSuccessSaysWhenTheMinimumIsReached() {
    CountWindow window = new CountWindow(10);
    List<Boolean> answers = new ArrayList<>();

    for (int call = 0; call < 12; call++) {
      answers.add(window.succeed(3));
    }

    assertThat(answers).containsOnlyOnce(true);
    assertThat(answers.get(2)).isTrue();
  }
}
