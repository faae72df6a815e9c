package dev.holdfast.core.policy.breaker;

/**
 * The permit of a trial call: a lease, known to the state that gave it until the call ends or the
 * lease has lapsed.
 */
final class Trial implements Admission.Permit, RunningCall {

  private final long generation;
  private final long startNanos;
  private final long leaseNanos;

  Trial(long generation, long startNanos, long leaseNanos) {
    this.generation = generation;
    this.startNanos = startNanos;
    this.leaseNanos = leaseNanos;
  }

  /** The generation of the half-open state that gave it. */
  long generation() {
    return generation;
  }

  @Override
  public long startNanos() {
    return startNanos;
  }

  /** Whether its lease is over. */
  boolean hasLapsed(long now) {
    return now - startNanos >= leaseNanos;
  }
}
