package shop;

import dev.holdfast.Deadline;
import dev.holdfast.Fallback;
import dev.holdfast.Retry;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Calls that go on on other threads than they began on. */
public class Moves {

  private final Supplier<String> seen;
  private int tries;

  /**
   * Calls that answer what they see.
   *
   * @param seen what a thread has
   */
  public Moves(Supplier<String> seen) {
    this.seen = seen;
  }

  /** Answers at the third attempt. */
  @Retry(backoff = "1ms")
  public CompletableFuture<String> later() {
    return ++tries < 3
        ? CompletableFuture.failedFuture(new IllegalStateException("down"))
        : CompletableFuture.completedFuture(elsewhere());
  }

  /** Runs on another thread. */
  @Deadline(value = "30s", handoff = true)
  public String handed() {
    return elsewhere();
  }

  /** Fails on another thread. */
  @Fallback(method = "substitute")
  public CompletableFuture<String> covered() {
    return new CompletableFuture<String>().orTimeout(5, TimeUnit.MILLISECONDS);
  }

  CompletableFuture<String> substitute() {
    return CompletableFuture.completedFuture(elsewhere());
  }

  private String elsewhere() {
    return seen.get() + (Thread.currentThread().getName().equals("main") ? " main" : "");
  }
}
