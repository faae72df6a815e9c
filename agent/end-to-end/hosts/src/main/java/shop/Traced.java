package shop;

import dev.holdfast.Retry;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** An order in spans: a payment at the third attempt, and a delivery that goes on elsewhere. */
public class Traced implements Supplier<String> {

  private int paid;
  private int delivered;

  @Override
  @WithSpan("order")
  public String get() {
    return "paid=" + pay() + " delivered=" + deliver().join();
  }

  @Retry(backoff = "1ms")
  @WithSpan("pay")
  int pay() {
    if (++paid < 3) {
      throw new IllegalStateException("down");
    }
    return paid;
  }

  @Retry(backoff = "1ms")
  CompletableFuture<Integer> deliver() {
    return drive() < 3
        ? CompletableFuture.failedFuture(new IllegalStateException("down"))
        : CompletableFuture.completedFuture(delivered);
  }

  @WithSpan("drive")
  int drive() {
    return ++delivered;
  }
}
