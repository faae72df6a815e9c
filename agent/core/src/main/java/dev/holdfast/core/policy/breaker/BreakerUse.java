package dev.holdfast.core.policy.breaker;

import dev.holdfast.CircuitOpenException;
import dev.holdfast.core.call.Call;
import dev.holdfast.core.call.Deadline;
import dev.holdfast.core.call.Scopes;
import dev.holdfast.core.policy.breaker.Admission.Permit;
import dev.holdfast.core.policy.breaker.Admission.Refused;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How one guard uses its breaker: what its outcomes mean, where its failures are remembered, and
 * what is counted. Whatever goes wrong while an outcome is judged, the permit goes back.
 */
record BreakerUse(
    BreakerSource source,
    OutcomeJudge judge,
    FailureMemory memory,
    LongAdder refused,
    LongAdder wouldRefuse,
    LongAdder failed,
    LongAdder ignored) {

  private static final Logger LOG = LoggerFactory.getLogger(BreakerUse.class);

  Breaker breaker(Call call) {
    return source.of(call);
  }

  /** The refusal that the caller gets. */
  CircuitOpenException refuse(Breaker breaker, Refused refusal) {
    refused.increment();
    return new CircuitOpenException(
        breaker.id().name(),
        refusal.failureRate(),
        Duration.ofNanos(refusal.waitNanos()),
        breaker.lastFailure());
  }

  /** The call returned. */
  void returned(Breaker breaker, Permit permit, @Nullable Object result) {
    Verdict verdict = Verdict.NEUTRAL;
    try {
      verdict = judge.result(result);
    } catch (RuntimeException | LinkageError unreadable) {
      LOG.warn("an outcome of {} cannot be judged and is not counted", judge.guard(), unreadable);
    } finally {
      end(breaker, permit, verdict);
    }
  }

  /** What the call came to is not known. */
  void unknown(Breaker breaker, Permit permit) {
    end(breaker, permit, Verdict.NEUTRAL);
  }

  /** The call failed on the calling thread. */
  void threw(Breaker breaker, Permit permit, Throwable failure) {
    boolean isInterrupted = Thread.currentThread().isInterrupted();
    failed(breaker, permit, failure, Scopes.current().deadline(), isInterrupted);
  }

  /** The call failed, under that deadline. */
  void failed(
      Breaker breaker,
      Permit permit,
      Throwable failure,
      @Nullable Deadline deadline,
      boolean isInterrupted) {
    Verdict verdict = Verdict.NEUTRAL;
    try {
      verdict = judge.failure(failure, deadline, isInterrupted);
      if (verdict.isFailure()) {
        memory.remember(breaker, failure);
      }
    } catch (RuntimeException | LinkageError unreadable) {
      LOG.warn("an outcome of {} cannot be judged and is not counted", judge.guard(), unreadable);
    } finally {
      end(breaker, permit, verdict);
    }
  }

  /** The deadline passed before the call came to anything that stands. */
  void overdue(Breaker breaker, Permit permit, Deadline deadline) {
    end(breaker, permit, judge.overdue(deadline));
  }

  /** The deadline passed, and the caller got this instead of waiting on. */
  void abandoned(Breaker breaker, Permit permit, Deadline deadline, Throwable failure) {
    if (judge.overdue(deadline).isFailure()) {
      memory.remember(breaker, failure);
    }
    overdue(breaker, permit, deadline);
  }

  private void end(Breaker breaker, Permit permit, Verdict verdict) {
    switch (verdict.kind()) {
      case SUCCESS -> {}
      case FAILURE -> failed.increment();
      case NEUTRAL -> ignored.increment();
    }
    breaker.end(permit, verdict);
  }
}
