package dev.holdfast.core.store.blocking;

import dev.holdfast.core.store.StoreFailure;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A store that is opened by the first thread that needs it; the others wait for that one. An
 * opening that failed is forgotten, and tried again by the next.
 */
final class LazyStore {

  /** Longer than any client takes to connect or to give up. */
  private static final long LONGEST_SECONDS = 30;

  private final StoreOpener opener;
  private final AtomicReference<@Nullable CompletableFuture<BlockingStore>> opened =
      new AtomicReference<>();

  LazyStore(StoreOpener opener) {
    this.opener = opener;
  }

  /**
   * Asks the store, which is opened if it is not; blocks. The store is distrusted after trouble:
   * any failure but its own answer.
   */
  <T> T ask(StoreStep<T> step) throws Exception {
    BlockingStore store = get();
    try {
      return step.on(store);
    } catch (StoreFailure answered) {
      throw answered;
    } catch (Throwable trouble) {
      distrust(store);
      throw trouble;
    }
  }

  /** Closes the store if it is open; whoever needs it later opens it anew. */
  void close() throws Exception {
    CompletableFuture<BlockingStore> known = opened.getAndSet(null);
    if (known != null && !known.isCompletedExceptionally()) {
      known.get(LONGEST_SECONDS, TimeUnit.SECONDS).close();
    }
  }

  private BlockingStore get() throws Exception {
    CompletableFuture<BlockingStore> own = new CompletableFuture<>();
    CompletableFuture<BlockingStore> known = opened.compareAndExchange(null, own);
    if (known == null) {
      return open(own);
    }
    try {
      return known.get(LONGEST_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof Exception cause ? cause : failed;
    }
  }

  private BlockingStore open(CompletableFuture<BlockingStore> own) throws Exception {
    try {
      BlockingStore store = opener.open();
      own.complete(store);
      return store;
    } catch (Throwable failure) {
      opened.compareAndSet(own, null);
      own.completeExceptionally(failure);
      throw failure;
    }
  }

  /** Several steps may have had trouble with one store; what was opened anew since is let alone. */
  private void distrust(BlockingStore troubled) {
    CompletableFuture<BlockingStore> known = opened.get();
    if (known != null && known.getNow(null) == troubled && !troubled.distrust()) {
      opened.compareAndSet(known, null);
    }
  }
}
