package dev.holdfast.core.store;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Stands in for a store that the configuration does not name, or not rightly. */
record MissingStore(StoreFailure reason) implements IdempotencyStore {

  @Override
  public CompletionStage<Claim> claim(ClaimRequest request) {
    return CompletableFuture.failedFuture(reason);
  }

  @Override
  public CompletionStage<Tenure> renew(Hold hold, Duration lease) {
    return CompletableFuture.failedFuture(reason);
  }

  @Override
  public CompletionStage<Tenure> complete(Hold hold, String result, Duration ttl) {
    return CompletableFuture.failedFuture(reason);
  }

  @Override
  public CompletionStage<Tenure> fail(Hold hold, String failure, Duration ttl) {
    return CompletableFuture.failedFuture(reason);
  }

  @Override
  public CompletionStage<Tenure> release(Hold hold) {
    return CompletableFuture.failedFuture(reason);
  }

  @Override
  public CompletionStage<Integer> sweep(int most) {
    return CompletableFuture.failedFuture(reason);
  }

  @Override
  public int longestResult() {
    return 0;
  }
}
