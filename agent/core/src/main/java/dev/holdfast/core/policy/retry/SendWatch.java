package dev.holdfast.core.policy.retry;

import dev.holdfast.core.call.Scope;
import dev.holdfast.core.call.Scopes;
import dev.holdfast.core.pipeline.AsyncStage;
import dev.holdfast.core.pipeline.Layer;
import dev.holdfast.core.pipeline.Observer;
import dev.holdfast.core.pipeline.Policy;
import dev.holdfast.core.pipeline.Ring;
import dev.holdfast.core.pipeline.Stage;

/** Has it noted what attempts send, for a retry that must know whether one had an effect. */
record SendWatch() implements Policy {

  /** In the ring right around the retry. */
  static Layer layer() {
    Scopes.track();
    return new Layer(Ring.IDENTIFY, new SendWatch());
  }

  @Override
  public Stage around(Stage next) {
    return call -> {
      Scope outer = Scopes.enter(Scopes.current().watched());
      try {
        return next.call(call);
      } finally {
        Scopes.leave(outer);
      }
    };
  }

  @Override
  public AsyncStage aroundAsync(AsyncStage next) {
    return call -> {
      Scope outer = Scopes.enter(Scopes.current().watched());
      try {
        return next.call(call);
      } finally {
        Scopes.leave(outer);
      }
    };
  }

  @Override
  public Observer observer() {
    return call -> (result, failure) -> {};
  }
}
