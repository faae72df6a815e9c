package dev.holdfast.core.call;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A transaction in which the calling thread is, begun by somebody further out: what a call does
 * inside of it is done only when it commits. To be asked on that thread only.
 */
public interface OuterTransaction {

  /** How a transaction ended. */
  enum End {
    COMMITTED,
    ROLLED_BACK,
    /** The connection broke while it was being committed, for example. */
    UNKNOWN
  }

  /** Whether it can only be rolled back any more: no attempt inside of it can succeed. */
  boolean isRollbackOnly();

  /**
   * Has something done after its end, on the thread that ends it. That thread waits for it. A
   * rollback to a savepoint is the end of what was begun since.
   *
   * @param last is told how it ended; answers what to wait for
   */
  void afterEnd(Function<End, CompletableFuture<?>> last);

  /** The application's own connections that take part in it; none where nobody knows them. */
  default List<OpenConnection> connections() {
    return List.of();
  }

  /** What is kept with the transaction until its end, one of each type. */
  <T> T attachment(Class<T> type, Supplier<T> maker);

  /** The transaction in which the calling thread is; null where there is none. */
  static @Nullable OuterTransaction current() {
    return TransactionProbes.current();
  }

  /** The transaction around this call; null where there is none, or the call has its own. */
  static @Nullable OuterTransaction around(Call call) {
    return call.isApart() ? null : TransactionProbes.current();
  }
}
