package dev.holdfast.core.policy.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.CircuitBreaker;
import dev.holdfast.core.call.Statuses;
import dev.holdfast.core.config.Configuration;
import dev.holdfast.core.plan.GuardedMethod;
import dev.holdfast.core.plan.Origin;
import dev.holdfast.core.plan.PolicyFactory;
import dev.holdfast.core.plan.Setting;
import dev.holdfast.core.type.ReflectedModels;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class BreakerFactoryTest {

  private static final String PLACE = Shop.class.getName();

  private final Bound bound = new Bound();

  @Test
  void isFoundAsAService() {
    assertThat(ServiceLoader.load(PolicyFactory.class))
        .filteredOn(factory -> factory.name().equals("circuit-breaker"))
        .singleElement()
        .isInstanceOf(BreakerFactory.class);
  }

  @Test
  void compilesTheDefaultsOfTheAnnotation() {
    assertThat(spec("plain"))
        .isEqualTo(
            new BreakerSpec(
                "",
                new BreakerLimits(
                    new WindowSize.Calls(100),
                    50,
                    20,
                    0,
                    100,
                    Duration.ofSeconds(30).toNanos(),
                    Duration.ofMinutes(5).toNanos(),
                    3),
                new BreakerSpec.Types(List.of("java.lang.Throwable"), List.of()),
                Statuses.parse("429,500-599"),
                Optional.empty(),
                10_000,
                false));
  }

  @Test
  void compilesWhatIsWritten() {
    BreakerSpec spec = spec("full");

    assertThat(spec.name()).isEqualTo("payments");
    assertThat(spec.limits())
        .isEqualTo(
            new BreakerLimits(
                new WindowSize.Span(Duration.ofSeconds(30)),
                12.5,
                200,
                Duration.ofMillis(1500).toNanos(),
                80,
                Duration.ofSeconds(1).toNanos(),
                Duration.ofSeconds(2).toNanos(),
                1));
    assertThat(spec.types())
        .isEqualTo(
            new BreakerSpec.Types(List.of("java.io.IOException"), List.of("java.io.EOFException")));
    assertThat(spec.statuses()).hasToString("503");
    assertThat(spec.key()).hasValueSatisfying(key -> assertThat(key.text()).isEqualTo("#0"));
    assertThat(spec.maxKeys()).isEqualTo(7);
    assertThat(spec.obeysDemands()).isTrue();
  }

  @Test
  void aDefaultThatDoesNotFitWhatIsWrittenGivesWay() {
    assertThat(spec("smallWindow").limits().minimumCalls()).isEqualTo(5);
    assertThat(spec("longOpen").limits().maxOpenNanos())
        .isEqualTo(Duration.ofMinutes(10).toNanos());
    assertThat(spec("shortMaximum").limits().openNanos())
        .isEqualTo(Duration.ofSeconds(10).toNanos());
  }

  @Test
  void durationsSaturate() {
    assertThat(spec("forEver").limits().openNanos()).isEqualTo(Nanos.MOST);
  }

  @Test
  void reportsEveryValueThatCannotBe() {
    assertThat(bound.problems(Shop.class, "wrong"))
        .containsExactlyInAnyOrder(
            problem(
                "wrong",
                "window: 0 (expected: a number of calls from 1 to 1000000 such as 100, or a"
                    + " duration of at least 100ms such as 30s). Set one of the two."),
            problem(
                "wrong",
                "failureRate: 0.0 (expected: > 0 and <= 100). Set more than 0, or remove"
                    + " @CircuitBreaker."),
            problem(
                "wrong",
                "minimumCalls: 0 (expected: >= 1). Set at least 1, or remove @CircuitBreaker."),
            problem(
                "wrong",
                "slowCall: soon (expected: a duration such as 250ms, 1.5s, 5m or 24h). Set a"
                    + " number with its unit, or remove @CircuitBreaker."),
            problem(
                "wrong",
                "openFor: 0 (expected: a duration above 0). Set a longer one, or remove"
                    + " @CircuitBreaker."),
            problem(
                "wrong",
                "halfOpenCalls: 0 (expected: >= 1). Set at least 1, or remove @CircuitBreaker."),
            problem(
                "wrong",
                "statuses: 5xx (expected: statuses from 100 to 999 and ranges of them, separated"
                    + " by commas, such as 429,500-599). Write them like 429,500-599."));
  }

  @Test
  void reportsValuesThatContradictEachOther() {
    assertThat(bound.problems(Shop.class, "contrary"))
        .containsExactlyInAnyOrder(
            problem(
                "contrary",
                "minimumCalls: 11 (expected: at most the calls that the window holds, 10). Set"
                    + " fewer, or a larger window."),
            problem(
                "contrary",
                "maxOpenFor: 1s (expected: at least openFor, 2s). Set a longer one, or a shorter"
                    + " openFor."));
  }

  @Test
  void reportsAWindowThatIsNeitherCallsNorTime() {
    assertThat(bound.problems(Shop.class, "blind"))
        .containsExactly(
            problem(
                "blind",
                "window: many (expected: a number of calls from 1 to 1000000 such as 100, or a"
                    + " duration of at least 100ms such as 30s). Set one of the two."));
  }

  @Test
  void methodsThatShareABreakerMustAgree() {
    List<String> first = bound.problems(Shop.class, "charge");
    List<String> second = bound.problems(Shop.class, "refund");
    List<String> again = bound.problems(Shop.class, "charge");

    assertThat(first).isEmpty();
    assertThat(second)
        .containsExactly(
            problem(
                "refund",
                "failureRate: 60.0 (expected: 50.0, as on "
                    + PLACE
                    + "#charge(), which shares the breaker provider). Set the same on both, or give"
                    + " one of them another name."));
    assertThat(again).isEmpty();
  }

  @Test
  void aChangeOfTheConfigurationIsComparedWithItselfOnly() {
    List<String> before = bound.problems(Shop.class, "charge");
    List<String> during = bound.problems(Shop.class, "capture", windowOf("20"));
    List<String> after = bound.problems(Shop.class, "charge", windowOf("20"));

    assertThat(before).isEmpty();
    assertThat(during).isEmpty();
    assertThat(after).isEmpty();
  }

  private BreakerSpec spec(String method) {
    GuardedMethod guarded = ReflectedModels.guarded(Shop.class, method);
    return bound.spec(guarded);
  }

  private static String problem(String method, String message) {
    return "@CircuitBreaker on " + PLACE + "#" + method + ": " + message;
  }

  /** Another state of the configuration each time it is asked for. */
  private static Configuration windowOf(String size) {
    return key ->
        key.equals("holdfast.circuit-breaker.window")
            ? Optional.of(new Setting(size, new Origin.Configured(key, "test")))
            : Optional.empty();
  }

  interface Shop {

    @CircuitBreaker
    void plain();

    @CircuitBreaker(
        name = "payments",
        window = "30s",
        failureRate = 12.5,
        minimumCalls = 200,
        slowCall = "1.5s",
        slowRate = 80,
        openFor = "1s",
        maxOpenFor = "2s",
        halfOpenCalls = 1,
        on = java.io.IOException.class,
        not = java.io.EOFException.class,
        key = "#0",
        maxKeys = 7,
        statuses = "503",
        retryAfter = true)
    void full(String customer);

    @CircuitBreaker(window = "5")
    void smallWindow();

    @CircuitBreaker(openFor = "10m")
    void longOpen();

    @CircuitBreaker(maxOpenFor = "10s")
    void shortMaximum();

    @CircuitBreaker(openFor = "9999999999h")
    void forEver();

    @CircuitBreaker(
        window = "0",
        failureRate = 0,
        minimumCalls = 0,
        slowCall = "soon",
        openFor = "0",
        halfOpenCalls = 0,
        statuses = "5xx")
    void wrong();

    @CircuitBreaker(window = "10", minimumCalls = 11, openFor = "2s", maxOpenFor = "1s")
    void contrary();

    @CircuitBreaker(window = "many")
    void blind();

    @CircuitBreaker(name = "provider")
    void charge();

    @CircuitBreaker(name = "provider", failureRate = 60)
    void refund();

    @CircuitBreaker(name = "provider")
    void capture();
  }
}
