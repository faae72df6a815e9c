package dev.holdfast.core.store;

import java.time.Duration;
import java.util.concurrent.CompletionStage;

/**
 * Keeps, for each key, who makes the call now or how it ended.
 *
 * <pre>
 *            claim                       complete, fail
 *   (none) --------> IN FLIGHT, token n -----------------> COMPLETED, FAILED
 *      ^                |        |                              |
 *      |    release     |        | lease over                   | ttl over
 *      +----------------+        v                              |
 *      |                       LOST --- claim that takes over --+--> IN FLIGHT, token n + 1
 *      |                         |                              |
 *      +-------------------------+------------------------------+
 *               ttl over
 * </pre>
 *
 * <p>Every step is atomic. Time is the store's own, never its callers'. A step with a token is done
 * while no later token was given for the key, even if the lease is over by then; so a holder that
 * was slow keeps what nobody else took.
 *
 * <p>No method blocks its caller: what takes time happens on threads of the store, because the
 * caller's may be interrupted at any moment, and an interrupt closes files and sockets. Stages
 * complete exceptionally with a {@link StoreFailure} when the store cannot be reached; what was
 * asked may have happened all the same. Results and failures are JSON texts in plain ASCII.
 */
public interface IdempotencyStore {

  /** Asks for the right to make a call. */
  CompletionStage<Claim> claim(ClaimRequest request);

  /** The holder lives: its lease lasts this long from now. */
  CompletionStage<Tenure> renew(Hold hold, Duration lease);

  /** The call returned; its result is kept for {@code ttl}. */
  CompletionStage<Tenure> complete(Hold hold, String result, Duration ttl);

  /** The call failed in a way that is kept for {@code ttl}. */
  CompletionStage<Tenure> fail(Hold hold, String failure, Duration ttl);

  /** The call came to nothing: the next one may be made. */
  CompletionStage<Tenure> release(Hold hold);

  /**
   * The call of a claim is not made after all: the next one may be. Where a holder was lost before,
   * the lease ends instead, so that the next one is told of that, too.
   */
  default CompletionStage<Tenure> giveBack(StoredKey key, Claim.Acquired claim) {
    Hold hold = new Hold(key, claim.token());
    return claim.isTakenOver() ? renew(hold, Duration.ofMillis(1)) : release(hold);
  }

  /**
   * Removes entries whose time is over.
   *
   * @param most how many at once
   * @return how many it were
   */
  CompletionStage<Integer> sweep(int most);

  /**
   * Lets connections, files and threads go. A step that comes later all the same takes them again.
   */
  default void close() {}

  /** The longest result that it takes, in characters. */
  int longestResult();
}
