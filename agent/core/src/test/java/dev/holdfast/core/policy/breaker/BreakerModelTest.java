package dev.holdfast.core.policy.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.core.policy.breaker.Admission.Permit;
import dev.holdfast.core.policy.breaker.NaiveBreaker.NaiveCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** The breaker does what a naive one does, however calls overlap and time passes. */
class BreakerModelTest {

  /** All times are multiples of this, so that an alarm for one call is never late for the next. */
  private static final long TICK = 1_000_000;

  private static final long SLOW = 40 * TICK;

  private record Running(Permit permit, NaiveCall call) {}

  @Property(tries = 500)
  void staysInStepWithANaiveBreaker(@ForAll long seed) {
    Random random = new Random(seed);
    BreakerLimits limits = limits(random, random.nextBoolean());
    Lab lab = new Lab(limits);
    NaiveBreaker naive = new NaiveBreaker(limits);
    List<Running> running = new ArrayList<>();

    for (int step = 0; step < 300; step++) {
      int what = random.nextInt(100);
      if (what < 45) {
        begin(lab, naive, running);
        // No two calls turn slow at the same moment: the window would not mind, but the model does.
        advance(lab, naive, TICK);
      } else if (what < 85 && !running.isEmpty()) {
        Running ended = running.remove(random.nextInt(running.size()));
        Verdict verdict = verdict(random);
        lab.breaker.end(ended.permit, verdict);
        naive.end(ended.call, verdict);
      } else if (what < 98) {
        advance(lab, naive, random.nextInt(60) * TICK);
      } else {
        BreakerLimits other = limits(random, limits.isTimed());
        lab.breaker.configure(other);
        naive.configure(other);
      }

      assertThat(lab.breaker.view()).isEqualTo(naive.view());
    }
  }

  private static void begin(Lab lab, NaiveBreaker naive, List<Running> running) {
    Admission admission = lab.breaker.admit();
    @Nullable NaiveCall call = naive.admit();

    assertThat(admission instanceof Permit).isEqualTo(call != null);
    if (admission instanceof Permit permit && call != null) {
      running.add(new Running(permit, call));
    }
  }

  private static void advance(Lab lab, NaiveBreaker naive, long nanos) {
    lab.time.advance(nanos);
    naive.advance(nanos);
  }

  private static Verdict verdict(Random random) {
    int kind = random.nextInt(20);
    if (kind < 9) {
      return Verdict.SUCCESS;
    }
    if (kind < 16) {
      return Verdict.FAILURE;
    }
    return kind < 19 ? Verdict.NEUTRAL : Verdict.failure((1 + random.nextInt(300)) * TICK);
  }

  private static BreakerLimits limits(Random random, boolean isTimed) {
    int window = 1 + random.nextInt(6);
    double[] rates = {1, 34, 50, 100};
    return new BreakerLimits(
        new WindowSize.Calls(window),
        rates[random.nextInt(rates.length)],
        1 + random.nextInt(window),
        isTimed ? SLOW : 0,
        rates[random.nextInt(rates.length)],
        (20 + random.nextInt(80)) * TICK,
        (100 + random.nextInt(200)) * TICK,
        1 + random.nextInt(3));
  }
}
