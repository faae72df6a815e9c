package dev.holdfast.core.policy.idempotent;

import com.google.auto.service.AutoService;
import dev.holdfast.core.pipeline.Services;
import dev.holdfast.core.store.Claim;
import dev.holdfast.core.store.ClaimRequest;
import dev.holdfast.core.store.Hold;
import dev.holdfast.core.store.IdempotencyStore;
import dev.holdfast.core.store.MemoryStoreFactory;
import dev.holdfast.core.store.StoreAddress;
import dev.holdfast.core.store.StoreFactory;
import dev.holdfast.core.store.StoreFailure;
import dev.holdfast.core.store.Tenure;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A store in memory that fails and takes its time when it is told to. */
final class FlakyStore implements IdempotencyStore {

  /** What it does wrong. */
  enum Fault {
    NONE,
    /** It cannot be reached. */
    UNREACHABLE,
    /** It throws instead of answering. */
    THROWS,
    /** It answers when it is told to, on the thread that tells it. */
    SLOW
  }

  /** The store that was opened last. */
  static volatile @Nullable FlakyStore last;

  volatile Fault fault = Fault.NONE;
  private final CompletableFuture<Void> gate = new CompletableFuture<>();
  private final Semaphore waiting = new Semaphore(0);
  private final IdempotencyStore memory;

  private FlakyStore(IdempotencyStore memory) {
    this.memory = memory;
  }

  /** Opens stores for {@code holdfast.store=flaky}. */
  @AutoService(StoreFactory.class)
  public static final class Factory implements StoreFactory {

    @Override
    public Set<String> schemes() {
      return Set.of("flaky");
    }

    @Override
    public IdempotencyStore open(StoreAddress address, Services services) {
      StoreAddress memory = new StoreAddress(address.name(), "memory");
      FlakyStore opened = new FlakyStore(new MemoryStoreFactory().open(memory, services));
      last = opened;
      return opened;
    }
  }

  /** Lets a slow store answer. */
  void answer() {
    gate.complete(null);
  }

  /** Blocks until that many steps wait for a slow store, for ten seconds at most. */
  void awaitWaiters(int steps) throws InterruptedException {
    if (!waiting.tryAcquire(steps, 10, TimeUnit.SECONDS)) {
      throw new AssertionError("no " + steps + " steps wait");
    }
  }

  @Override
  public CompletionStage<Claim> claim(ClaimRequest request) {
    return step(() -> memory.claim(request));
  }

  @Override
  public CompletionStage<Tenure> renew(Hold hold, Duration lease) {
    return step(() -> memory.renew(hold, lease));
  }

  @Override
  public CompletionStage<Tenure> complete(Hold hold, String result, Duration ttl) {
    return step(() -> memory.complete(hold, result, ttl));
  }

  @Override
  public CompletionStage<Tenure> fail(Hold hold, String failure, Duration ttl) {
    return step(() -> memory.fail(hold, failure, ttl));
  }

  @Override
  public CompletionStage<Tenure> release(Hold hold) {
    return step(() -> memory.release(hold));
  }

  @Override
  public CompletionStage<Integer> sweep(int most) {
    return memory.sweep(most);
  }

  @Override
  public int longestResult() {
    return 200;
  }

  private <T> CompletionStage<T> step(Supplier<CompletionStage<T>> step) {
    return switch (fault) {
      case UNREACHABLE -> CompletableFuture.failedFuture(new StoreFailure("connection refused"));
      case THROWS -> throw new IllegalStateException("closed");
      case SLOW -> late(step);
      default -> step.get();
    };
  }

  private <T> CompletionStage<T> late(Supplier<CompletionStage<T>> step) {
    CompletionStage<T> answer = gate.thenCompose(open -> step.get());
    waiting.release();
    return answer;
  }
}
