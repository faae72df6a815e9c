package dev.holdfast.benchmarks;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What an open breaker's refusal costs, caught by its caller. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 20, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(3)
public class Refusal {

  private final Service service = new Service();
  private final HandWritten byHand = new HandWritten();
  private final CircuitBreaker peer = CircuitBreaker.ofDefaults("peer");
  private int amount;

  /** Opens all three. */
  @Setup
  public void open() {
    byHand.open();
    peer.transitionToOpenState();
    try {
      service.open(amount);
    } catch (IllegalStateException opens) {
      amount++;
    }
  }

  @Benchmark
  public Object f1RefusalByHand() {
    try {
      return byHand.breaker(service, amount);
    } catch (HandWritten.Refused refused) {
      return refused;
    }
  }

  @Benchmark
  public Object f2RefusalWoven() {
    try {
      return service.open(amount);
    } catch (RuntimeException refused) {
      return refused;
    }
  }

  @Benchmark
  public Object f3RefusalResilience4j() {
    try {
      return peer.executeSupplier(() -> service.bare(amount));
    } catch (RuntimeException refused) {
      return refused;
    }
  }
}
