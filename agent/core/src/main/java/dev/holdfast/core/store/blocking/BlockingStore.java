package dev.holdfast.core.store.blocking;

import dev.holdfast.core.store.Claim;
import dev.holdfast.core.store.ClaimRequest;
import dev.holdfast.core.store.Hold;
import dev.holdfast.core.store.IdempotencyStore;
import dev.holdfast.core.store.Settlement;
import dev.holdfast.core.store.StoreFailure;
import dev.holdfast.core.store.Tenure;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The steps of an {@link IdempotencyStore}, each as one round trip of a client that blocks. Called
 * by several threads at once.
 *
 * <p>A {@link StoreFailure} is an answer: the store was reached and cannot do this. Any other
 * exception is trouble on the way: the step may or may not have happened, and is tried again. So
 * each step, done twice, is as good as done once.
 */
public interface BlockingStore {

  /**
   * Asks for the right to make a call.
   *
   * @param owner who asks: unique to this claim; who holds the key already under this name is given
   *     the same token again
   */
  Claim claim(ClaimRequest request, String owner) throws Exception;

  /**
   * Several claims in one round trip.
   *
   * @return for each claim its answer, or null: it is to be asked by itself
   */
  List<@Nullable Claim> claimAll(List<ClaimStep> claims) throws Exception;

  /** The holder lives: its lease lasts this long from now. */
  Tenure renew(Hold hold, Duration lease) throws Exception;

  /** The call is over. */
  Tenure settle(Hold hold, Settlement settlement) throws Exception;

  /**
   * Several calls are over, all with short outcomes, told in one round trip.
   *
   * @return for each call its answer, or null: it is to be told by itself
   */
  List<@Nullable Tenure> settleAll(List<SettleStep> calls) throws Exception;

  /** Removes up to that many entries whose time is over; answers how many it were. */
  int sweep(int most) throws Exception;

  /**
   * There was trouble: connections that are idle are not to be trusted.
   *
   * @return whether it can go on; otherwise it is closed now, and is to be opened anew
   */
  boolean distrust();

  /** Nothing is asked any more: connections and files are closed. */
  void close() throws Exception;
}
