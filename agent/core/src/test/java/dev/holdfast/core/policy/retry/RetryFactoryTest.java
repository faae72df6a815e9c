package dev.holdfast.core.policy.retry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.Jitter;
import dev.holdfast.Retry;
import dev.holdfast.core.call.FailureTypes;
import dev.holdfast.core.call.Statuses;
import dev.holdfast.core.pipeline.Layer;
import dev.holdfast.core.pipeline.Ring;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RetryFactoryTest {

  private static final String CLIENT = Client.class.getName();

  @SuppressWarnings("unused") // compiled against, never called
  private static class Client {

    @Retry
    void defaults() {}

    @Retry(
        maxAttempts = 5,
        maxDuration = "3s",
        backoff = "0",
        multiplier = 1,
        maxBackoff = "1s",
        jitter = Jitter.DECORRELATED,
        attemptTimeout = "500ms",
        on = RuntimeException.class,
        not = {IllegalStateException.class, Error.class},
        onResult = "isBad",
        retryAfter = false,
        maxRetryAfter = "1m",
        statuses = "500-599",
        retryAmbiguous = false,
        budget = " shared ")
    CompletableFuture<Integer> chosen() {
      return new CompletableFuture<>();
    }

    @Retry(maxAttempts = 0, multiplier = 0.5, backoff = "soon", statuses = "teapot")
    void wrong() {}

    @Retry(maxDuration = "0", attemptTimeout = "0", maxRetryAfter = "-1s")
    void noTime() {}

    @Retry(attemptTimeout = "10s", maxDuration = "5s", backoff = "30s")
    void crossed() {}

    @Retry(onResult = "isBda")
    int misspelt() {
      return 0;
    }

    @Retry(onResult = "isBad")
    String unfit() {
      return "";
    }

    @Retry(onResult = "isBad")
    static int ofNoTarget() {
      return 0;
    }

    @Retry(onResult = "isBad")
    void nothing() {}

    @Retry(onResult = "isIt")
    List<String> lonely() {
      return List.of();
    }

    boolean isBad(int result) {
      return result < 0;
    }
  }

  @Test
  void theDefaultsAreThoseOfTheAnnotation() {
    assertThat(new Retried(Client.class, "defaults").spec())
        .isEqualTo(
            new RetrySpec(
                3,
                new RetryLimits(seconds(200), false, OptionalLong.empty()),
                new Waits(new Backoff(seconds(1) / 10, 2, seconds(20)), Spread.FULL),
                new Demand(true, seconds(10)),
                new FailureTypes(List.of("java.lang.Exception"), List.of()),
                Statuses.parse("429,502,503,504"),
                Optional.empty(),
                true,
                ""));
  }

  @Test
  void everyAttributeIsRead() {
    assertThat(new Retried(Client.class, "chosen").spec())
        .isEqualTo(
            new RetrySpec(
                5,
                new RetryLimits(seconds(3), true, OptionalLong.of(seconds(1) / 2)),
                new Waits(new Backoff(0, 1, seconds(1)), Spread.DECORRELATED),
                new Demand(false, seconds(60)),
                new FailureTypes(
                    List.of("java.lang.RuntimeException"),
                    List.of("java.lang.IllegalStateException", "java.lang.Error")),
                Statuses.parse("500-599"),
                Optional.of(new ResultMethod("isBad", "(I)Z", false)),
                false,
                "shared"));
  }

  @Test
  void aChosenMaxDurationFromConfigurationIsADeadlineToo() {
    Retried configured =
        new Retried(Client.class, "defaults").with("holdfast.retry.max-duration", "5s");

    assertThat(configured.spec().limits())
        .isEqualTo(new RetryLimits(seconds(5), true, OptionalLong.empty()));
  }

  @Test
  void allWrongValuesAreReportedTogether() {
    String place = "@Retry on " + CLIENT + "#wrong: ";

    assertThat(new Retried(Client.class, "wrong").problems())
        .containsExactlyInAnyOrder(
            place + "maxAttempts: 0 (expected: >= 1). Set at least 1, or remove @Retry.",
            place + "multiplier: 0.5 (expected: >= 1). Set at least 1, or remove @Retry.",
            place
                + "backoff: soon (expected: a duration such as 250ms, 1.5s, 5m or 24h)."
                + " Set a number with its unit, or remove @Retry.",
            place
                + "statuses: teapot (expected: statuses from 100 to 999 and ranges of them,"
                + " separated by commas, such as 429,500-599). Write them like 429,502-504.");
  }

  @Test
  void limitsOfNoTimeAreReported() {
    assertThat(new Retried(Client.class, "noTime").problems()).hasSize(3);
  }

  @Test
  void limitsThatOverruleOneAnotherAreMentioned() {
    assertThat(new Retried(Client.class, "crossed").plan().notes())
        .containsExactly(
            "@Retry: attemptTimeout is longer than maxDuration, 5s, which rules",
            "@Retry: backoff is longer than maxBackoff, 20s, which rules");
  }

  @Test
  void aCheckThatDoesNotExistIsReportedWithTheClosestOne() {
    assertThat(new Retried(Client.class, "misspelt").problems())
        .containsExactly(
            "@Retry on "
                + CLIENT
                + "#misspelt: onResult: isBda (expected: a boolean method of the same class that"
                + " takes int). Add it, or write isBad.");
  }

  @Test
  void aCheckThatDoesNotFitIsReported() {
    assertThat(new Retried(Client.class, "unfit").problems())
        .containsExactly(
            "@Retry on "
                + CLIENT
                + "#unfit: onResult: isBad (expected: a boolean method of the same class that"
                + " takes java.lang.String). Change it.");
  }

  @Test
  void aStaticMethodNeedsAStaticCheck() {
    assertThat(new Retried(Client.class, "ofNoTarget").problems())
        .containsExactly(
            "@Retry on "
                + CLIENT
                + "#ofNoTarget: onResult: isBad (expected: a static boolean method of the same"
                + " class that takes int). Change it.");
  }

  @Test
  void aMethodWithoutAResultHasNothingToCheck() {
    assertThat(new Retried(Client.class, "nothing").problems())
        .containsExactly(
            "@Retry on "
                + CLIENT
                + "#nothing: onResult: isBad (expected: \"\" on a method that returns nothing)."
                + " Remove it from this method.");
  }

  @Test
  void aCheckOfWhichThereIsNoneIsToBeAdded() {
    assertThat(new Retried(Client.class, "lonely").problems())
        .containsExactly(
            "@Retry on "
                + CLIENT
                + "#lonely: onResult: isIt (expected: a boolean method of the same class that"
                + " takes java.util.List<java.lang.String>). Add it.");
  }

  @Test
  void eachPartStandsInItsRing() {
    assertThat(new Retried(Client.class, "defaults").layers())
        .extracting(Layer::ring)
        .containsExactly(Ring.REPEAT);
    assertThat(new Retried(Client.class, "chosen").layers())
        .extracting(Layer::ring)
        .contains(Ring.REPEAT, Ring.LIMIT);
  }

  private static long seconds(long seconds) {
    return Duration.ofSeconds(seconds).toNanos();
  }
}
