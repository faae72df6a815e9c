package dev.holdfast.core.policy.breaker;

import dev.holdfast.core.pipeline.Express;

/** The short way past a closed breaker: the token is the generation that let the call through. */
record ExpressBreaker(Breaker breaker) implements Express {

  @Override
  public long enter() {
    return breaker.generation();
  }

  @Override
  public void succeeded(long token) {
    breaker.succeed(token);
  }
}
