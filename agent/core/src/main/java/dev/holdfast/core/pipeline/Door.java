package dev.holdfast.core.pipeline;

import dev.holdfast.core.call.Call;
import dev.holdfast.core.call.EngineFault;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the engine's own faults stop, so that the application does not notice them: before the body
 * ran it runs unguarded, unless running it twice by mistake is what the guard is there to prevent;
 * after it ran, its outcome stands.
 *
 * @param refuses whether a call that the engine could not guard must not run at all
 */
record Door(String guard, Stage body, boolean refuses) {

  private static final Logger LOG = LoggerFactory.getLogger(Door.class);

  /**
   * Whether the failure is the application's, or a refusal, and so leaves as it is. Stages note
   * what application code threw by {@link Call#threw}.
   */
  boolean isExpected(Call call, Throwable failure) {
    return !call.isFault(failure);
  }

  /** Answers a call on which the engine itself failed. */
  @Nullable Object open(Call call, Throwable fault) throws Throwable {
    LOG.warn("a fault of the agent in the guard of {}; the application goes on", guard, fault);
    if (call.hasReturned()) {
      return call.returned();
    }
    Throwable thrown = call.thrown();
    if (thrown != null) {
      throw thrown;
    }
    if (refuses) {
      throw EngineFault.refusal(guard, fault);
    }
    return body.call(call);
  }
}
