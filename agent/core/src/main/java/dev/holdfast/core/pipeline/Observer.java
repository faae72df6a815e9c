package dev.holdfast.core.pipeline;

import dev.holdfast.core.call.Call;
import org.jspecify.annotations.Nullable;

/** Watches calls without changing them: the observing half of a {@link Policy}. */
@FunctionalInterface
public interface Observer {

  /** A call begins; what is returned is told of its end. Must not throw or block. */
  Watch begin(Call call);

  /** Waits for the end of one call. */
  @FunctionalInterface
  interface Watch {

    /**
     * The call has ended with this result, or with this failure if it is not null. A future that
     * tells nobody of its end is the result itself: what it comes to is not known.
     */
    void end(@Nullable Object result, @Nullable Throwable failure);
  }
}
