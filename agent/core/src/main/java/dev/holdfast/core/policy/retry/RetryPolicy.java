package dev.holdfast.core.policy.retry;

import dev.holdfast.core.call.Ambiguity;
import dev.holdfast.core.call.Call;
import dev.holdfast.core.call.HttpAnswer;
import dev.holdfast.core.call.Replay;
import dev.holdfast.core.call.Requests;
import dev.holdfast.core.call.Responses;
import dev.holdfast.core.call.Scopes;
import dev.holdfast.core.pipeline.AsyncStage;
import dev.holdfast.core.pipeline.Binding;
import dev.holdfast.core.pipeline.Express;
import dev.holdfast.core.pipeline.Observer;
import dev.holdfast.core.pipeline.Policy;
import dev.holdfast.core.pipeline.Services;
import dev.holdfast.core.pipeline.Stage;
import dev.holdfast.core.policy.retry.Outcome.Failed;
import dev.holdfast.core.policy.retry.Outcome.Rejected;
import dev.holdfast.core.policy.retry.Outcome.Unwanted;
import dev.holdfast.core.time.Time;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A retry bound to one method.
 *
 * @param random from 0, included, to 1, excluded
 */
record RetryPolicy(
    String guard,
    RetrySpec spec,
    FailureSelector selector,
    ResultJudge judge,
    RetryBudget budget,
    RetryCounts counts,
    Services services,
    DoubleSupplier random)
    implements Policy {

  static RetryPolicy bind(RetrySpec spec, Binding binding) {
    String mark = binding.services().configuration().text("holdfast.http.retried", "obey");
    FailureSelector selector =
        new FailureSelector(
            spec.types(),
            spec.statuses(),
            Responses.installed(),
            !mark.strip().equalsIgnoreCase("ignore"));
    return new RetryPolicy(
        binding.guard(),
        spec,
        selector,
        ResultJudge.bind(spec, selector, binding),
        RetryBudget.join(spec.budget(), binding),
        new RetryCounts(binding::outcome),
        binding.services(),
        () -> ThreadLocalRandom.current().nextDouble());
  }

  @Override
  public Stage around(Stage next) {
    RetryLoop loop = new RetryLoop(next, this);
    if (judge.isNeeded()) {
      return new JudgingRetryStage(next, loop);
    }
    return spec.maxAttempts() > 1 ? new RetryStage(next, loop) : next;
  }

  @Override
  public AsyncStage aroundAsync(AsyncStage next) {
    return judge.isNeeded() || spec.maxAttempts() > 1 ? new AsyncRetryStage(next, this) : next;
  }

  @Override
  public @Nullable Express express() {
    return judge.isNeeded() ? null : Express.NOTHING;
  }

  @Override
  public boolean rejects(Call call, @Nullable Object result) throws Throwable {
    return judge.isNeeded() && judge.rejects(call, result);
  }

  @Override
  public Observer observer() {
    return new RetryObserver(this, counts.outcome("would-retry"));
  }

  Time time() {
    return services.time();
  }

  /** When the call's first attempt began, by the coarse clock; that is now, or it was before. */
  long begunNanos(Call call) {
    Replay made = call.replay();
    return made == null ? time().coarseNanoTime() : made.begunNanos();
  }

  /** Whether another attempt may follow this failure, as far as its kind tells. */
  boolean mayRetry(Throwable failure) {
    if (spec.maxAttempts() == 1) {
      return false;
    }
    FailureSelector.Next next = selector.after(failure);
    if (next == FailureSelector.Next.NOTHING_MORE) {
      tellThatServerRetried();
    }
    return next == FailureSelector.Next.ATTEMPT;
  }

  /** An attempt whose result was rejected. */
  Rejected rejected(@Nullable Object result) {
    Rejected rejected = judge.rejected(result);
    if (rejected.answer().filter(selector::isRetried).isPresent()) {
      tellThatServerRetried();
    }
    return rejected;
  }

  /**
   * Whoever called us is told in turn: a server between the two that makes no attempts of its own
   * must not hide it.
   */
  private static void tellThatServerRetried() {
    Scopes.served().exhaust(1);
  }

  /** An attempt that threw. */
  Failed failed(Throwable failure) {
    return failed(failure, mayRetry(failure));
  }

  /** An attempt that threw what another attempt may follow. */
  Failed failed(Throwable failure, boolean mayRetry) {
    return new Failed(failure, mayRetry, selector.responses().carriedBy(failure));
  }

  /**
   * Whether the effect may have happened although the attempt ended so.
   *
   * @param requests of the attempt; null where they were not watched
   */
  boolean isAmbiguous(Unwanted outcome, @Nullable Requests requests) {
    return outcome instanceof Failed failed
        ? Ambiguity.installed().isAmbiguous(failed.failure(), requests)
        : outcome.answer().map(HttpAnswer::isAmbiguous).orElse(false);
  }
}
