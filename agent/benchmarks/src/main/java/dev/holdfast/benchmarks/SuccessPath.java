package dev.holdfast.benchmarks;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.retry.Retry;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a call costs while all is well. Warm-up is many short iterations: the loop around the call
 * is compiled anew after its first end, and has to be left often before that happens.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 20, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(3)
public class SuccessPath {

  private final Service service = new Service();
  private final HandWritten byHand = new HandWritten();
  private final Retry peerRetry = Retry.ofDefaults("peer");
  private final CircuitBreaker peerBreaker = CircuitBreaker.ofDefaults("peer");
  private final FailsafeExecutor<Object> failsafe = Failsafe.with(RetryPolicy.ofDefaults());
  private int amount;

  @Benchmark
  public int a1Bare() {
    return service.bare(amount++);
  }

  @Benchmark
  public int b1RetryByHand() throws InterruptedException {
    return byHand.retry(service, amount++);
  }

  @Benchmark
  public int b2RetryWoven() {
    return service.retry(amount++);
  }

  @Benchmark
  public int b3RetryResilience4j() {
    return peerRetry.executeSupplier(() -> service.bare(amount++));
  }

  @Benchmark
  public int b4RetryFailsafe() {
    return failsafe.get(() -> service.bare(amount++));
  }

  @Benchmark
  public int c1BreakerByHand() {
    return byHand.breaker(service, amount++);
  }

  @Benchmark
  public int c2BreakerWoven() {
    return service.breaker(amount++);
  }

  @Benchmark
  public int d1RetryAndBreakerByHand() throws InterruptedException {
    return byHand.retryAndBreaker(service, amount++);
  }

  @Benchmark
  public int d2RetryAndBreakerWoven() {
    return service.retryAndBreaker(amount++);
  }

  @Benchmark
  public int d3RetryAndBreakerResilience4j() {
    return peerRetry.executeSupplier(
        () -> peerBreaker.executeSupplier(() -> service.bare(amount++)));
  }

  @Benchmark
  public int e1AllButIdempotentWoven() {
    return service.withoutStore(amount++);
  }

  @Benchmark
  public int e2AllFiveWoven() {
    return service.allFive(amount++);
  }
}
