package dev.holdfast.core.store;

import dev.holdfast.core.time.Time;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongFunction;

/**
 * Keeps keys and results in this JVM's memory, and ends with it. Bounded: past its limits the
 * results that were kept first go first; calls in flight never do, and a claim that finds nothing
 * but those fails.
 *
 * <p>One lock guards the table; nothing is called and nothing waits under it.
 */
public final class MemoryStore implements IdempotencyStore {

  private static final int LONGEST_RESULT = 4 << 20;

  private final Time time;
  private final MemoryStoreListener listener;
  private final AtomicBoolean hasBegun = new AtomicBoolean();
  private final MemoryEntries entries;

  /** An empty store. */
  public MemoryStore(Time time, StoreLimits limits, MemoryStoreListener listener) {
    this.time = time;
    this.listener = listener;
    entries = new MemoryEntries(limits);
  }

  @Override
  public CompletionStage<Claim> claim(ClaimRequest request) {
    if (hasBegun.compareAndSet(false, true)) {
      listener.begins();
    }
    return step(now -> entries.claim(request, now));
  }

  @Override
  public CompletionStage<Tenure> renew(Hold hold, Duration lease) {
    return step(now -> entries.renew(hold, lease, now));
  }

  @Override
  public CompletionStage<Tenure> complete(Hold hold, String result, Duration ttl) {
    Claim answer = new Claim.Completed(result);
    return step(now -> entries.settle(hold, answer, result.length(), ttl, now));
  }

  @Override
  public CompletionStage<Tenure> fail(Hold hold, String failure, Duration ttl) {
    Claim answer = new Claim.Failed(failure);
    return step(now -> entries.settle(hold, answer, failure.length(), ttl, now));
  }

  @Override
  public CompletionStage<Tenure> release(Hold hold) {
    return step(now -> entries.release(hold, now));
  }

  @Override
  public CompletionStage<Integer> sweep(int most) {
    return step(now -> entries.sweep(most, now));
  }

  @Override
  public int longestResult() {
    return LONGEST_RESULT;
  }

  private <T> CompletionStage<T> step(LongFunction<T> action) {
    T answer;
    long before;
    long after;
    synchronized (entries) {
      before = entries.evictions();
      try {
        answer = action.apply(time.nanoTime());
      } catch (StoreFailure full) {
        return CompletableFuture.failedFuture(full);
      }
      after = entries.evictions();
    }
    if (after > before) {
      listener.evicted(after);
    }
    return CompletableFuture.completedFuture(answer);
  }
}
