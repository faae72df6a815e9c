package dev.holdfast.core.policy.breaker;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.holdfast.CircuitBreaker;
import dev.holdfast.CircuitOpenException;
import dev.holdfast.Deadline;
import dev.holdfast.DeadlineExceededException;
import dev.holdfast.core.pipeline.TestGuard;
import dev.holdfast.core.plan.Compiled;
import dev.holdfast.core.plan.Declaration;
import dev.holdfast.core.plan.GuardedMethod;
import dev.holdfast.core.plan.Origin;
import dev.holdfast.core.plan.Plan;
import dev.holdfast.core.plan.PlanCompiler;
import dev.holdfast.core.plan.PolicyCatalog;
import dev.holdfast.core.plan.PolicySpec;
import dev.holdfast.core.plan.Setting;
import dev.holdfast.core.time.FakeTime;
import dev.holdfast.core.type.AnnotationModel;
import dev.holdfast.core.type.ReflectedModels;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls of which nothing stands that comes after their deadline. */
class BreakerUnderDeadlineTest {

  private static final long LIMIT_NANOS = MILLISECONDS.toNanos(100);

  private final FakeTime time = new FakeTime();
  private final List<Thread> workers = new CopyOnWriteArrayList<>();
  private final Semaphore begun = new Semaphore(0);
  private final CountDownLatch gate = new CountDownLatch(1);
  private final TestGuard pay = guard("pay");
  private final TestGuard begin = guard("begin");
  private final TestGuard beginElsewhere = guard("beginElsewhere");
  private final TestGuard order = guard("order");

  @AfterEach
  void noInterruptIsLeftBehind() {
    gate.countDown();
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void bodiesThatNeverReturnOpenTheBreaker() throws Throwable {
    Throwable first = failureOf(hangingCall());
    Throwable second = failureOf(hangingCall());

    Throwable refused = catchThrowable(() -> pay.call(call -> "must not run"));

    assertThat(List.of(first, second))
        .allMatch(failure -> failure instanceof DeadlineExceededException);
    assertThat(refused).isInstanceOf(CircuitOpenException.class).hasCause(second);
  }

  @Test
  void aBodyThatReturnsAfterItsCallerLeftIsNotCountedAgain() throws Throwable {
    failureOf(hangingCall());

    gate.countDown();
    for (Thread worker : workers) {
      worker.join(SECONDS.toMillis(10));
    }

    assertThat(counts(pay)).isEqualTo(Map.of("failed", 1L, "ignored", 0L));
    assertThat(pay.call(call -> "paid")).isEqualTo("paid");
  }

  @Test
  void aBodyThatIsLeftBehindAtAnInheritedDeadlineCountsNeitherWay() throws Throwable {
    CompletableFuture<Object> caller =
        inThread(() -> order.call(outer -> pay.call(call -> hanging())));
    awaitBodyAndAlarms(3);

    time.advance(LIMIT_NANOS);

    assertThat(failureOf(caller)).isInstanceOf(DeadlineExceededException.class);
    assertThat(counts(pay)).isEqualTo(Map.of("failed", 0L, "ignored", 1L));
  }

  @Test
  void aResultThatIsTooLateToStandIsAFailure() {
    Throwable thrown =
        catchThrowable(
            () ->
                pay.call(
                    call -> {
                      time.advance(LIMIT_NANOS);
                      return "paid";
                    }));

    assertThat(thrown).isInstanceOf(DeadlineExceededException.class);
    assertThat(counts(pay)).isEqualTo(Map.of("failed", 1L, "ignored", 0L));
  }

  @Test
  void aFutureThatIsDoneTooLateIsAFailure() throws Throwable {
    CompletableFuture<?> outcome =
        Objects.requireNonNull(
            begin.begin(
                call -> {
                  time.advance(LIMIT_NANOS);
                  return CompletableFuture.completedFuture("paid");
                }));

    assertThat(failureOf(outcome)).isInstanceOf(DeadlineExceededException.class);
    assertThat(counts(begin)).isEqualTo(Map.of("failed", 1L, "ignored", 0L));
  }

  @Test
  void aBodyThatNeverReturnsItsFutureIsAFailure() throws Throwable {
    CompletableFuture<?> outcome = Objects.requireNonNull(beginElsewhere.begin(call -> hanging()));
    awaitBodyAndAlarms(2);

    time.advance(LIMIT_NANOS);

    assertThat(failureOf(outcome)).isInstanceOf(DeadlineExceededException.class);
    assertThat(counts(beginElsewhere)).isEqualTo(Map.of("failed", 1L, "ignored", 0L));
  }

  /** Left behind by its caller. */
  private CompletableFuture<Object> hangingCall() throws InterruptedException {
    CompletableFuture<Object> caller = inThread(() -> pay.call(call -> hanging()));
    awaitBodyAndAlarms(2);
    time.advance(2 * LIMIT_NANOS);
    return caller;
  }

  private void awaitBodyAndAlarms(int alarms) throws InterruptedException {
    assertThat(begun.tryAcquire(10, SECONDS)).isTrue();
    time.awaitAlarms(alarms);
  }

  private Object hanging() {
    begun.release();
    while (gate.getCount() > 0) {
      Throwable ignored = catchThrowable(gate::await);
    }
    return "paid";
  }

  private interface Making {
    @Nullable Object make() throws Throwable;
  }

  private static CompletableFuture<Object> inThread(Making making) {
    CompletableFuture<Object> outcome = new CompletableFuture<>();
    Thread caller =
        new Thread(
            () -> {
              try {
                outcome.complete(making.make());
              } catch (Throwable failure) {
                outcome.completeExceptionally(failure);
              }
            });
    caller.setDaemon(true);
    caller.start();
    return outcome;
  }

  private static Throwable failureOf(CompletableFuture<?> outcome) {
    return Objects.requireNonNull(catchThrowable(() -> outcome.get(10, SECONDS)).getCause());
  }

  private static Map<String, Long> counts(TestGuard guard) {
    return Map.of(
        "failed",
        guard.count("circuit-breaker.failed"),
        "ignored",
        guard.count("circuit-breaker.ignored"));
  }

  private void work(Runnable task) {
    Thread worker = new Thread(task);
    worker.setDaemon(true);
    workers.add(worker);
    worker.start();
  }

  private TestGuard guard(String method) {
    GuardedMethod guarded = ReflectedModels.guarded(Shop.class, method);
    return new TestGuard(guarded.name(), time, this::work, specs(guarded));
  }

  private static PolicySpec[] specs(GuardedMethod method) {
    PolicyCatalog catalog = PolicyCatalog.installed();
    List<Declaration> declared =
        method.method().annotations().stream()
            .map(written -> declaration(catalog, written, method))
            .toList();
    Compiled compiled =
        new PlanCompiler(catalog).compile(method, declared, key -> Optional.empty());
    return ((Compiled.Ready) compiled)
        .plan().policies().stream().map(Plan.Planned::spec).toArray(PolicySpec[]::new);
  }

  private static Declaration declaration(
      PolicyCatalog catalog, AnnotationModel written, GuardedMethod method) {
    String policy = catalog.findByAnnotation(written.type()).orElseThrow().name();
    Origin origin = new Origin.Written(written.type(), method.name());
    Map<String, Setting> settings = new HashMap<>();
    written.values().forEach((name, value) -> settings.put(name, new Setting(value, origin)));
    return new Declaration(policy, settings, origin);
  }

  interface Shop {

    @Deadline(value = "100ms", handoff = true)
    @CircuitBreaker(window = "2", minimumCalls = 2)
    String pay();

    @Deadline("100ms")
    @CircuitBreaker
    CompletableFuture<String> begin();

    @Deadline(value = "100ms", handoff = true)
    @CircuitBreaker
    CompletableFuture<String> beginElsewhere();

    @Deadline("50ms")
    String order();
  }
}
