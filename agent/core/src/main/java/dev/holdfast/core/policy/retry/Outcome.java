package dev.holdfast.core.policy.retry;

import dev.holdfast.core.call.HttpAnswer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How an attempt ended. */
sealed interface Outcome {

  /** It returned what it should. */
  record Passed(@Nullable Object result) implements Outcome {}

  /** It did not. */
  sealed interface Unwanted extends Outcome {

    /** Whether it is of the kind that another attempt may follow. */
    boolean mayRetry();

    /** What the server answered, where a response shows it. */
    Optional<HttpAnswer> answer();
  }

  /** It threw. */
  record Failed(Throwable failure, boolean mayRetry, Optional<HttpAnswer> answer)
      implements Unwanted {}

  /** It returned, but what is taken for a failure. */
  record Rejected(@Nullable Object result, boolean mayRetry, Optional<HttpAnswer> answer)
      implements Unwanted {}
}
