package dev.holdfast.core.policy.fallback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.holdfast.CallRefusedException;
import dev.holdfast.Fallback;
import dev.holdfast.core.call.Call;
import dev.holdfast.core.call.Scope;
import dev.holdfast.core.call.Scopes;
import dev.holdfast.core.pipeline.Layer;
import dev.holdfast.core.pipeline.Observer;
import dev.holdfast.core.pipeline.Ring;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What callers get when a method that returns a value fails. */
final class FallbackStageTest {

  private final Shop shop = new Shop();
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
  void aResultIsLeftAlone() throws Throwable {
    Guarded price = Guarded.method(Shop.class, "price");
    String result = new String("fresh");

    assertThat(price.policy().around(call -> result).call(new Call(new Object[] {shop, "tea"})))
        .isSameAs(result);
    assertThat(price.outcomes().values()).containsOnly(0L);
    assertThat(Scopes.isDegraded()).isFalse();
  }

  @Test
  void aSubstituteIsCountedAndMarked() throws Throwable {
    Guarded price = Guarded.method(Shop.class, "price");

    assertThat(price.failing(new IOException(), shop, "tea")).isEqualTo("about 3");

    assertThat(price.outcomes())
        .isEqualTo(
            Map.of(
                "fallback.substituted", 1L,
                "fallback.failed", 0L,
                "fallback.not-covered", 0L,
                "fallback.would-substitute", 0L));
    assertThat(Scopes.isDegraded()).isTrue();
  }

  @Test
  void aFailureThatIsNotCoveredIsThrownItself() {
    Guarded price = Guarded.method(Shop.class, "price");
    StackOverflowError failure = new StackOverflowError();

    assertThatThrownBy(() -> price.failing(failure, shop, "tea")).isSameAs(failure);
    assertThat(price.outcomes()).containsEntry("fallback.not-covered", 1L);
    assertThat(Scopes.isDegraded()).isFalse();
  }

  @Test
  void aRefusalIsAnswered() throws Throwable {
    CallRefusedException refusal =
        new CallRefusedException("x", "x", "refused", Duration.ZERO, new IOException());

    assertThat(
            Guarded.method(Shop.class, "literal")
                .policy()
                .around(
                    call -> {
                      throw refusal;
                    })
                .call(new Call(new Object[] {shop})))
        .isEqualTo(42L);
  }

  @Test
  void aFaultOfTheEngineIsLeftToItsDoor() {
    IllegalStateException fault = new IllegalStateException("nobody noted this");

    assertThatThrownBy(
            () ->
                Guarded.method(Shop.class, "literal")
                    .policy()
                    .around(
                        call -> {
                          throw fault;
                        })
                    .call(new Call(new Object[] {shop})))
        .isSameAs(fault);
  }

  @Test
  void withNeitherMethodNorValueTheNullObjectAnswers() throws Throwable {
    assertThat(Guarded.method(Shop.class, "items").failing(new IOException(), shop))
        .isEqualTo(List.of());
  }

  @Test
  void aFallbackThatFailsThrowsItsFailureWithTheFirstOneSuppressed() {
    Guarded broken = Guarded.method(Shop.class, "broken");
    IOException first = new IOException("first");

    Throwable thrown = catchThrowable(() -> broken.failing(first, shop, new Exception("second")));

    assertThat(thrown).hasMessage("second").hasSuppressedException(first);
    assertThat(broken.outcomes())
        .containsEntry("fallback.failed", 1L)
        .containsEntry("fallback.substituted", 0L);
    assertThat(Scopes.isDegraded()).isFalse();
  }

  @Test
  void aFallbackThatThrowsTheFirstFailureAgainAddsNothingToIt() {
    IOException first = new IOException("first");

    assertThatThrownBy(() -> Guarded.method(Shop.class, "broken").failing(first, shop, first))
        .isSameAs(first)
        .hasNoSuppressedExceptions();
  }

  @Test
  void aFallbackThatThrowsTheCauseOfTheFirstFailureMakesNoCircle() {
    IOException cause = new IOException("cause");
    Exception first = new Exception("first", cause);

    assertThatThrownBy(() -> Guarded.method(Shop.class, "broken").failing(first, shop, cause))
        .isSameAs(cause)
        .hasNoSuppressedExceptions();
  }

  @Test
  void oneExceptionThrownOverAndOverDoesNotCollectFailuresWithoutEnd() {
    Guarded broken = Guarded.method(Shop.class, "broken");
    Exception shared = new Exception("shared");

    for (int call = 0; call < 40; call++) {
      assertThatThrownBy(() -> broken.failing(new IOException(), shop, shared)).isSameAs(shared);
    }

    assertThat(shared.getSuppressed()).hasSize(16);
  }

  @Test
  void whatAFallbackMethodThrowsIsTheApplications() {
    Exception second = new IllegalStateException("second");
    Call call = new Call(new Object[] {shop, second});

    assertThatThrownBy(
            () ->
                Guarded.method(Shop.class, "broken")
                    .policy()
                    .around(
                        same -> {
                          throw same.threw(new IOException());
                        })
                    .call(call))
        .isSameAs(second);
    assertThat(call.isFault(second)).isFalse();
  }

  @Test
  void aCoveredInterruptIsSetAgainBeforeTheFallbackRuns() throws Throwable {
    Guarded waiting = Guarded.method(Shop.class, "waiting");

    Object answer = waiting.failing(new InterruptedException(), shop);

    assertThat(answer).isEqualTo(true);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void anInterruptThatIsNotCoveredIsThrownAndSetAgain() {
    Guarded price = Guarded.method(Shop.class, "price");
    InterruptedException interrupt = new InterruptedException();

    assertThatThrownBy(() -> price.failing(interrupt, shop, "tea")).isSameAs(interrupt);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void anObserverCountsWhatWouldBeSubstituted() {
    Guarded price = Guarded.method(Shop.class, "price");
    Observer observer = price.policy().observer();

    observer.begin(new Call(new Object[] {shop, "tea"})).end(null, new IOException());
    observer.begin(new Call(new Object[] {shop, "tea"})).end(null, new StackOverflowError());
    observer.begin(new Call(new Object[] {shop, "tea"})).end("tea", null);

    assertThat(price.outcomes())
        .containsEntry("fallback.would-substitute", 1L)
        .containsEntry("fallback.substituted", 0L)
        .containsEntry("fallback.not-covered", 0L);
  }

  @Test
  void itStandsOutsideOfEverythingElse() {
    assertThat(Guarded.method(Shop.class, "price").layers())
        .extracting(Layer::ring)
        .containsExactly(Ring.RESCUE);
  }

  @Test
  void whatCannotBeReachedWhenItIsLinkedIsTold() {
    Guarded hidden = Guarded.method(Shop.class, "fromTheJdk");

    assertThatThrownBy(hidden::layers)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith(
            "the fallback of " + Shop.class.getName() + "#fromTheJdk cannot be linked: ");
  }

  static final class Shop {

    @Fallback(method = "guess")
    String price(String item) {
      return item;
    }

    String guess(String item) {
      return "about " + item.length();
    }

    @Fallback("42")
    long literal() {
      return 1;
    }

    @Fallback
    List<String> items() {
      return List.of("tea");
    }

    @Fallback(method = "fail")
    int broken(Exception second) {
      return 1;
    }

    int fail(Exception second) throws Exception {
      throw second;
    }

    @Fallback(method = "isInterrupted", on = InterruptedException.class)
    boolean waiting() {
      return false;
    }

    boolean isInterrupted() {
      return Thread.currentThread().isInterrupted();
    }

    @Fallback(method = "jdk.internal.misc.VM#maxDirectMemory")
    long fromTheJdk() {
      return 1;
    }
  }
}
