package dev.holdfast.core.policy.idempotent;

import dev.holdfast.core.call.OuterTransaction;
import dev.holdfast.core.call.OuterTransaction.End;
import dev.holdfast.core.store.Claim;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A call inside of a transaction that was begun further out: its key is settled when that has
 * ended. Until then others wait for the key, and who asks for it inside of the same transaction
 * gets what the call returned.
 */
final class Uncommitted {

  private final CompletableFuture<End> end = new CompletableFuture<>();
  private final Results results;
  private final Object key;
  private final Optional<String> fingerprint;
  private volatile CompletableFuture<?> settled = CompletableFuture.completedFuture(null);

  /**
   * @param fingerprint of the arguments, as they were when the call began
   */
  Uncommitted(OuterTransaction transaction, Object key, Optional<String> fingerprint) {
    this.key = key;
    this.fingerprint = fingerprint;
    results = results(transaction);
    transaction.afterEnd(
        how -> {
          results.byKey.remove(key); // the transaction goes on after a rollback to a savepoint
          end.complete(how);
          return settled;
        });
  }

  /**
   * The call has returned.
   *
   * @param settlement settles the key when the transaction has ended
   * @return completed: what is to come cannot be waited for
   */
  CompletableFuture<?> returned(Claim result, Function<End, CompletableFuture<?>> settlement) {
    results.byKey.put(key, new Result(fingerprint, result));
    settled = end.thenCompose(how -> settlement.apply(how).thenRun(() -> {}));
    return end.isDone() ? settled : CompletableFuture.completedFuture(null);
  }

  /** What a call with that key has returned inside of the same transaction. */
  static @Nullable Claim find(
      OuterTransaction transaction, Object key, Optional<String> fingerprint) {
    Result known = results(transaction).byKey.get(key);
    if (known == null) {
      return null;
    }
    boolean isOther =
        fingerprint.isPresent()
            && known.fingerprint.isPresent()
            && !fingerprint.equals(known.fingerprint);
    return isOther ? new Claim.Mismatch() : known.claim;
  }

  private static Results results(OuterTransaction transaction) {
    return transaction.attachment(Results.class, () -> new Results(new ConcurrentHashMap<>()));
  }

  private record Result(Optional<String> fingerprint, Claim claim) {}

  private record Results(Map<Object, Result> byKey) {}
}
