package dev.holdfast.core.pipeline;

import dev.holdfast.core.call.Call;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands in place of all policies in {@code holdfast.mode=observe}: the body runs as if unguarded,
 * and observers are told. A future is watched, and handed on as the same object.
 */
record ObserveStage(List<Observer> observers, Stage next) implements Stage {

  private static final Logger LOG = LoggerFactory.getLogger(ObserveStage.class);

  @Override
  public @Nullable Object call(Call call) throws Throwable {
    Observer.Watch[] watches = new Observer.Watch[observers.size()];
    for (int index = 0; index < watches.length; index++) {
      watches[index] = begin(observers.get(index), call);
    }
    Object result;
    try {
      result = next.call(call);
    } catch (Throwable failure) {
      end(watches, null, failure);
      throw failure;
    }
    if (!(result instanceof CompletionStage<?> stage) || !follow(stage, watches)) {
      end(watches, result, null);
    }
    return result;
  }

  private static boolean follow(CompletionStage<?> stage, Observer.Watch[] watches) {
    try {
      stage.whenComplete((value, failure) -> end(watches, value, failure));
      return true;
    } catch (Throwable unsupported) {
      LOG.debug("a future of the application's own class cannot be followed", unsupported);
      return false;
    }
  }

  private static Observer.Watch begin(Observer observer, Call call) {
    try {
      return observer.begin(call);
    } catch (RuntimeException | LinkageError fault) {
      LOG.warn("a fault of the agent while observing; the application goes on", fault);
      return (result, failure) -> {};
    }
  }

  private static void end(
      Observer.Watch[] watches, @Nullable Object result, @Nullable Throwable failure) {
    for (int index = watches.length - 1; index >= 0; index--) {
      try {
        watches[index].end(result, failure);
      } catch (RuntimeException | LinkageError fault) {
        LOG.warn("a fault of the agent while observing; the application goes on", fault);
      }
    }
  }
}
