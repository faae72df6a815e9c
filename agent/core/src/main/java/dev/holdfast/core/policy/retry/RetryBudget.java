package dev.holdfast.core.policy.retry;

import dev.holdfast.core.call.CallCounter;
import dev.holdfast.core.config.BudgetLimit;
import dev.holdfast.core.config.Configuration;
import dev.holdfast.core.pipeline.Binding;
import dev.holdfast.core.time.Time;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets retries through as long as they are few beside the calls, so that a callee in trouble is not
 * buried under repetitions.
 *
 * <p>Each second deposits what its calls and its own passing allow; a retry takes from what is
 * oldest; what nobody took expires after ten seconds. That is a sliding window for the calls and a
 * bucket for the seconds, full at the start, in one.
 *
 * <pre>
 * second   -9  -8  ...  -1   now
 * deposit  [ ] [ ] ... [ ]   [ ]      each: calls begun * share + rate
 *           ^ expires next    ^ grows
 * </pre>
 *
 * <p>Calls pay nothing for it: their counters are read once a second by an alarm, and whenever a
 * retry asks. The alarm stops when ten seconds saw no call, and starts with the next retry; calls
 * since then count as if they had been spread evenly. Nothing of an application is held: counters
 * are weakly.
 *
 * @see <a href="https://twitter.github.io/finagle/guide/Clients.html#retries">Finagle, Retry
 *     Budget: a share of the calls plus a reserve, both of which expire</a>
 */
final class RetryBudget {

  private static final Logger LOG = LoggerFactory.getLogger(RetryBudget.class);

  private static final int SECONDS = 10;
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  /** One retry, in the unit of the deposits. */
  private static final long RETRY = 1_000_000;

  /** A deposit that will never be spent, and ten of which still add up without overflow. */
  private static final long MOST = Long.MAX_VALUE / 100;

  private final String name;
  private final Time time;
  private final Map<CallCounter, Long> counted = new WeakHashMap<>();
  private final long[] deposits = new long[SECONDS];
  private BudgetLimit limit;
  private long turnedAtNanos;
  private long idleSeconds;
  private boolean isTurning;
  private boolean isSpent;

  /** What a retry is told that asks. */
  enum Answer {
    GRANTED,
    REFUSED,
    /** Refused, and the one before was not. */
    SPENT
  }

  /** A budget with its reserve full. */
  RetryBudget(String name, Time time, BudgetLimit limit) {
    this.name = name;
    this.time = time;
    this.limit = limit;
    turnedAtNanos = time.nanoTime();
    Arrays.fill(deposits, eachSecond());
  }

  /**
   * The budget that a method shares, under the limit in force.
   *
   * @param name one for the whole JVM; empty: the one of the class that declares the method
   */
  static RetryBudget join(String name, Binding binding) {
    BudgetLimit limit = limit(name, binding.services().configuration());
    Time time = binding.services().time();
    RetryBudget budget =
        name.isEmpty()
            ? binding.state(
                RetryBudget.class,
                "",
                () -> new RetryBudget("of " + binding.owner().getName(), time, limit))
            : binding
                .services()
                .states()
                .shared(RetryBudget.class, name, () -> new RetryBudget(name, time, limit));
    budget.join(binding.calls(), limit);
    BudgetMembers.of(binding.services().states()).move(binding.calls(), budget);
    return budget;
  }

  private static BudgetLimit limit(String name, Configuration configuration) {
    String otherwise = configuration.text("holdfast.budget.default", "");
    String key = "holdfast.budget." + (name.isEmpty() ? "default" : name.toLowerCase(Locale.ROOT));
    return BudgetLimit.parse(configuration.text(key, otherwise)).orElse(BudgetLimit.DEFAULT);
  }

  /** What messages call it. */
  String name() {
    return name;
  }

  /** The limit in force. */
  synchronized BudgetLimit limit() {
    return limit;
  }

  /** Calls that this counter counts from now on share the budget, which allows that much. */
  synchronized void join(CallCounter calls, BudgetLimit inForce) {
    limit = inForce;
    counted.putIfAbsent(calls, calls.sum());
    turnEachSecond();
  }

  /** Calls that this counter counts from now on fill the budget no longer. */
  synchronized void leave(CallCounter calls) {
    turn();
    counted.remove(calls);
  }

  /** Asks for one retry. */
  synchronized Answer withdraw() {
    if (limit.isOff()) {
      return Answer.GRANTED;
    }
    turn();
    turnEachSecond();
    boolean wasSpent = isSpent;
    isSpent = Arrays.stream(deposits).sum() < RETRY;
    if (isSpent) {
      return wasSpent ? Answer.REFUSED : Answer.SPENT;
    }
    long due = RETRY;
    for (int index = 0; due > 0; index++) {
      long taken = Math.min(due, deposits[index]);
      deposits[index] -= taken;
      due -= taken;
    }
    return Answer.GRANTED;
  }

  /** Brings the deposits up to now; the last one is that of the current second. */
  private void turn() {
    long seconds = Math.max(0, (time.nanoTime() - turnedAtNanos) / SECOND);
    turnedAtNanos += seconds * SECOND;
    int passed = (int) Math.min(seconds, SECONDS);
    System.arraycopy(deposits, passed, deposits, 0, SECONDS - passed);
    Arrays.fill(deposits, SECONDS - passed, SECONDS, eachSecond());
    long calls = callsSinceLastTurn();
    idleSeconds = calls > 0 ? 0 : idleSeconds + seconds;
    long each = deposit(calls * limit.percent() / 100 / Math.max(1, seconds));
    for (int index = SECONDS - Math.max(1, passed); index < SECONDS; index++) {
      deposits[index] = Math.min(deposits[index] + each, MOST);
    }
  }

  private long eachSecond() {
    return deposit(limit.perSecond());
  }

  private static long deposit(double retries) {
    return (long) Math.min(retries * RETRY, (double) MOST);
  }

  private long callsSinceLastTurn() {
    long[] calls = new long[1];
    counted.replaceAll(
        (counter, before) -> {
          long sum = counter.sum();
          calls[0] += Math.max(0, sum - before);
          return sum;
        });
    return calls[0];
  }

  private void turnEachSecond() {
    if (!isTurning && !limit.isOff()) {
      idleSeconds = 0;
      isTurning = schedule();
    }
  }

  private synchronized void turnByAlarm() {
    turn();
    isTurning = idleSeconds < SECONDS && !limit.isOff() && schedule();
  }

  /** Whether the alarm is set: no method is to stay unguarded because the JVM is out of threads. */
  private boolean schedule() {
    try {
      time.schedule(SECOND, this::turnByAlarm);
      return true;
    } catch (OutOfMemoryError noThread) {
      LOG.debug("the calls of {} are counted when a retry asks", name, noThread);
      return false;
    }
  }
}
