package dev.holdfast.core.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who learns that an answer was substituted, and for how long. */
final class DegradationTest {

  @BeforeEach
  void begin() {
    Scopes.track();
    guarded(() -> {});
  }

  @Test
  void theOutermostCallIsDegradedBySomethingInside() {
    guarded(
        () -> {
          guarded(Scopes::degrade);
          guarded(() -> {});
        });

    assertThat(Scopes.isDegraded()).isTrue();
  }

  @Test
  void theNextOutermostCallBeginsAnew() {
    guarded(Scopes::degrade);

    guarded(() -> assertThat(Scopes.isDegraded()).isFalse());

    assertThat(Scopes.isDegraded()).isFalse();
  }

  @Test
  void theCallerLearnsOfASubstituteOnAnotherThread() {
    guarded(
        () -> {
          Context context = Context.capture();
          CompletableFuture.runAsync(context.carry(() -> guarded(Scopes::degrade))).join();
        });

    assertThat(Scopes.isDegraded()).isTrue();
  }

  @Test
  void aLateSubstituteDoesNotReachTheNextCall() {
    Context[] earlier = new Context[1];
    guarded(() -> earlier[0] = Context.capture());

    guarded(() -> {});
    CompletableFuture.runAsync(earlier[0].carry(Scopes::degrade)).join();

    assertThat(Scopes.isDegraded()).isFalse();
  }

  @Test
  void theThreadThatHelpedKeepsItsOwn() {
    Context context = Context.capture();

    boolean[] helper = new boolean[2];
    CompletableFuture.runAsync(
            () -> {
              guarded(Scopes::degrade);
              context.carry(() -> helper[0] = Scopes.isDegraded()).run();
              helper[1] = Scopes.isDegraded();
            })
        .join();

    assertThat(helper).containsExactly(false, true);
  }

  private static void guarded(Runnable body) {
    Scope outer = Scopes.begin();
    try {
      body.run();
    } finally {
      Scopes.end(outer);
    }
  }
}
