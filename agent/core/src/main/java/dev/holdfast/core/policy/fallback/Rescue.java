package dev.holdfast.core.policy.fallback;

import dev.holdfast.core.call.Call;
import dev.holdfast.core.call.Causes;
import dev.holdfast.core.pipeline.Binding;
import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** What is the same for methods that answer at once and later: what is covered, by what. */
record Rescue(
    Coverage coverage,
    Substitute substitute,
    LongAdder substituted,
    LongAdder failed,
    LongAdder notCovered) {

  /** One exception object thrown over and over must not collect failures without end. */
  private static final int MOST_SUPPRESSED = 16;

  static Rescue of(Coverage coverage, Substitute substitute, Binding binding) {
    return new Rescue(
        coverage,
        substitute,
        binding.outcome("fallback.substituted"),
        binding.outcome("fallback.failed"),
        binding.outcome("fallback.not-covered"));
  }

  /** Whether that failure is to be answered. */
  boolean covers(Throwable failure) {
    return coverage.includes(failure) && substitute.takes(failure);
  }

  /** The answer to a failure that is covered. */
  @Nullable Object answer(Call call, Throwable failure) throws Throwable {
    return substitute.answer(call, failure);
  }

  /** Counts a fallback that failed, and answers its failure with the first one attached. */
  Throwable failed(Throwable first, Throwable second) {
    failed.increment();
    boolean isAttached =
        Causes.contains(first, second) || Arrays.asList(second.getSuppressed()).contains(first);
    if (!isAttached && second.getSuppressed().length < MOST_SUPPRESSED) {
      second.addSuppressed(first);
    }
    return second;
  }
}
