package dev.holdfast.core.policy.retry;

import dev.holdfast.core.call.Call;
import dev.holdfast.core.call.HttpAnswer;
import dev.holdfast.core.call.Scopes;
import dev.holdfast.core.pipeline.Binding;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells results from failures that were returned.
 *
 * @param selector knows the statuses, and where responses are found
 * @param judgesStatus whether results may be responses that are judged by their status
 * @param check the application's own judgement
 */
record ResultJudge(FailureSelector selector, boolean judgesStatus, ResultCheck check) {

  static ResultJudge bind(RetrySpec spec, FailureSelector selector, Binding binding) {
    return new ResultJudge(
        selector,
        !spec.statuses().isEmpty()
            && selector
                .responses()
                .mayBeReturnedAs(ResultType.load(binding.method(), binding.loader())),
        spec.onResult().map(method -> method.bind(binding)).orElse(ResultCheck.NONE));
  }

  /** Whether there is anything to judge. */
  boolean isNeeded() {
    return judgesStatus || check != ResultCheck.NONE;
  }

  /**
   * Whether the result is taken for a failure.
   *
   * @throws Throwable what the application's check throws
   */
  boolean rejects(Call call, @Nullable Object result) throws Throwable {
    return (judgesStatus && isListed(result)) || check.rejects(call, result);
  }

  /** A result that was rejected. */
  Outcome.Rejected rejected(@Nullable Object result) {
    Optional<HttpAnswer> answer = selector.responses().in(result);
    boolean mayRetry = answer.isEmpty() || mayRetry(result, answer.get());
    return new Outcome.Rejected(result, mayRetry, answer);
  }

  private boolean mayRetry(@Nullable Object response, HttpAnswer answer) {
    return !selector.isRetried(answer) && response != null && !Scopes.isExhausted(response);
  }

  private boolean isListed(@Nullable Object result) {
    Optional<HttpAnswer> answer = selector.responses().in(result);
    return answer.isPresent() && selector.statuses().contains(answer.get().status());
  }
}
