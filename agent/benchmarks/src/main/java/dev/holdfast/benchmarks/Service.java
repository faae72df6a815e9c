package dev.holdfast.benchmarks;

import dev.holdfast.CircuitBreaker;
import dev.holdfast.Deadline;
import dev.holdfast.Fallback;
import dev.holdfast.Idempotent;
import dev.holdfast.Retry;

/** The same work, guarded by more and more. */
class Service {

  private int seed = 17;

  int bare(int amount) {
    return amount * 31 + seed;
  }

  @Retry
  int retry(int amount) {
    return amount * 31 + seed;
  }

  @CircuitBreaker
  int breaker(int amount) {
    return amount * 31 + seed;
  }

  @Retry
  @CircuitBreaker
  int retryAndBreaker(int amount) {
    return amount * 31 + seed;
  }

  @Retry
  @CircuitBreaker
  @Fallback
  @Deadline("2s")
  int withoutStore(int amount) {
    return amount * 31 + seed;
  }

  @Retry
  @CircuitBreaker
  @Fallback
  @Deadline("2s")
  @Idempotent(key = "amount", ttl = "1s")
  int allFive(int amount) {
    return amount * 31 + seed;
  }

  /** Opens at its first outcome and stays open for longer than a benchmark runs. */
  @CircuitBreaker(window = "1", minimumCalls = 1, openFor = "1h", maxOpenFor = "1h")
  int open(int amount) {
    throw new IllegalStateException("down");
  }
}
