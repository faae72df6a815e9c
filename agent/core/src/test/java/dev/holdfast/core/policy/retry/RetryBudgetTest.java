package dev.holdfast.core.policy.retry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.Retry;
import dev.holdfast.core.call.CallCounter;
import dev.holdfast.core.config.BudgetLimit;
import dev.holdfast.core.policy.retry.RetryBudget.Answer;
import dev.holdfast.core.time.FakeTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryBudgetTest {

  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
  private static final BudgetLimit SHARE_ONLY = new BudgetLimit(20, 0, false);

  private final FakeTime time = new FakeTime();
  private final CallCounter calls = new CallCounter();

  @Test
  void aQuietServiceMayRetryAHundredTimesAtOnceAndThenTenTimesASecond() {
    RetryBudget budget = budget(BudgetLimit.DEFAULT);

    assertThat(granted(budget)).isEqualTo(100);
    time.advance(SECOND);
    assertThat(granted(budget)).isEqualTo(10);
    time.advance(3 * SECOND);
    assertThat(granted(budget)).isEqualTo(30);
  }

  @Test
  void whatIsSavedExpires() {
    RetryBudget budget = budget(BudgetLimit.DEFAULT);

    time.advance(3600 * SECOND);

    assertThat(granted(budget)).isEqualTo(100);
  }

  @Test
  void aShareOfTheCallsBegunInTheLastTenSecondsIsLetThrough() {
    RetryBudget budget = budget(SHARE_ONLY);
    begin(50);
    time.advance(5 * SECOND);
    begin(25);

    assertThat(granted(budget)).isEqualTo(15);
  }

  @Test
  void callsThatBeganEarlierCountNoLonger() {
    RetryBudget budget = budget(SHARE_ONLY);
    begin(10_000);
    time.advance(9 * SECOND);
    begin(10);
    time.advance(2 * SECOND);

    assertThat(granted(budget)).isEqualTo(2);
  }

  @Test
  void underLoadRetriesStayAtTheShareOfTheCalls() {
    RetryBudget budget = budget(BudgetLimit.DEFAULT);
    int retries = 0;
    for (int second = 0; second < 60; second++) {
      for (int call = 0; call < 1000; call++) {
        begin(1);
        retries += budget.withdraw() == Answer.GRANTED ? 1 : 0;
        time.advance(SECOND / 1000);
      }
    }

    assertThat(retries).isBetween(12_000 + 600, 12_000 + 700);
  }

  @Test
  void allWhoShareABudgetFillAndEmptyIt() {
    RetryBudget budget = budget(SHARE_ONLY);
    CallCounter others = new CallCounter();
    budget.join(others, SHARE_ONLY);
    begin(10);
    others.increment();
    others.increment();
    others.increment();
    others.increment();
    others.increment();

    assertThat(granted(budget)).isEqualTo(3);
  }

  @Test
  void aMethodThatIsGivenAnotherBudgetFillsThatOneOnly() throws Throwable {
    Retried pay =
        new Retried(Shop.class, "pay")
            .with("holdfast.budget.default", "20%+0/s")
            .with("holdfast.retry.budget", "old");
    RetryBudget old = budget(pay);
    pay.with("holdfast.retry.budget", "new");

    for (int call = 0; call < 10; call++) {
      pay.call(attempt -> "paid");
    }

    assertThat(granted(old)).isZero();
    assertThat(granted(budget(pay))).isEqualTo(2);
  }

  private static RetryBudget budget(Retried retried) {
    return ((RetryPolicy) retried.layers().get(0).policy()).budget();
  }

  @SuppressWarnings("unused") // compiled against, never called
  private abstract static class Shop {

    @Retry
    abstract String pay();
  }

  @Test
  void theFirstRefusalAfterAGrantSaysThatTheBudgetIsSpent() {
    RetryBudget budget = budget(new BudgetLimit(0, 0.1, false));

    assertThat(budget.withdraw()).isEqualTo(Answer.GRANTED);
    assertThat(budget.withdraw()).isEqualTo(Answer.SPENT);
    assertThat(budget.withdraw()).isEqualTo(Answer.REFUSED);
    time.advance(10 * SECOND);
    assertThat(budget.withdraw()).isEqualTo(Answer.GRANTED);
    assertThat(budget.withdraw()).isEqualTo(Answer.SPENT);
  }

  @Test
  void aBudgetThatIsOffLetsEverythingThrough() {
    RetryBudget budget = budget(BudgetLimit.OFF);

    for (int retry = 0; retry < 10_000; retry++) {
      assertThat(budget.withdraw()).isEqualTo(Answer.GRANTED);
    }
    assertThat(time.pendingAlarms()).isZero();
  }

  @Test
  void anotherLimitIsInForceFromTheNextSecondOn() {
    RetryBudget budget = budget(new BudgetLimit(0, 1, false));
    assertThat(granted(budget)).isEqualTo(10);

    budget.join(calls, new BudgetLimit(0, 7, false));
    time.advance(SECOND);

    assertThat(granted(budget)).isEqualTo(7);
  }

  @Test
  void noAlarmRunsOnceNobodyCalls() {
    budget(BudgetLimit.DEFAULT);
    begin(1);
    time.advance(5 * SECOND);
    assertThat(time.pendingAlarms()).isEqualTo(1);

    time.advance(10 * SECOND);

    assertThat(time.pendingAlarms()).isZero();
  }

  @Test
  void aMethodJoinsAndCallsCountThoughNoAlarmCanBeSet() {
    time.setOutOfThreads(true);
    RetryBudget budget = budget(SHARE_ONLY);
    begin(50);

    assertThat(granted(budget)).isEqualTo(10);
    time.setOutOfThreads(false);
    budget.withdraw();
    assertThat(time.pendingAlarms()).isEqualTo(1);
  }

  @Test
  void callsMadeWhileNoAlarmRanCountAsIfSpreadEvenly() {
    RetryBudget budget = budget(SHARE_ONLY);
    time.advance(60 * SECOND);
    begin(1000);
    time.advance(150 * SECOND);

    assertThat(granted(budget)).isEqualTo(10);
  }

  @Test
  void threadsThatAskAtOnceGetNoMoreThanThereIs() throws Exception {
    RetryBudget budget = budget(BudgetLimit.DEFAULT);
    CountDownLatch start = new CountDownLatch(1);
    List<CompletableFuture<Integer>> threads =
        IntStream.range(0, 8)
            .mapToObj(
                index ->
                    CompletableFuture.supplyAsync(
                        () -> {
                          await(start);
                          return granted(budget);
                        },
                        task -> new Thread(task).start()))
            .toList();

    start.countDown();

    int sum = 0;
    for (CompletableFuture<Integer> thread : threads) {
      sum += thread.get(60, TimeUnit.SECONDS);
    }
    assertThat(sum).isEqualTo(100);
  }

  @Test
  void hugeLimitsDoNotOverflow() {
    RetryBudget budget = budget(new BudgetLimit(100, Double.MAX_VALUE, false));
    begin(1_000_000);
    time.advance(30 * SECOND);

    assertThat(budget.withdraw()).isEqualTo(Answer.GRANTED);
  }

  private RetryBudget budget(BudgetLimit limit) {
    RetryBudget budget = new RetryBudget("payments", time, limit);
    budget.join(calls, limit);
    return budget;
  }

  private void begin(int number) {
    for (int call = 0; call < number; call++) {
      calls.increment();
    }
  }

  private static int granted(RetryBudget budget) {
    int granted = 0;
    while (budget.withdraw() == Answer.GRANTED) {
      granted++;
    }
    return granted;
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
