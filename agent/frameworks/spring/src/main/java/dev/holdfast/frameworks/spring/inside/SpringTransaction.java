package dev.holdfast.frameworks.spring.inside;

import dev.holdfast.core.call.OpenConnection;
import dev.holdfast.core.call.OuterTransaction;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.NoTransactionException;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The transaction of whatever thread asks: Spring keeps them by thread, and so does this. */
final class SpringTransaction implements OuterTransaction {

  /** Whether the thread is in a transaction of whose end Spring tells. */
  static boolean isOpen() {
    return TransactionSynchronizationManager.isSynchronizationActive()
        && TransactionSynchronizationManager.isActualTransactionActive();
  }

  /**
   * What tells the thread's transaction from those that begin inside of it; null if it has none.
   */
  static @Nullable TransactionEnd around() {
    return isOpen() ? end() : null;
  }

  /** Whether the thread is in that transaction, and in none of its own inside of it. */
  static boolean isIn(TransactionEnd outer) {
    return TransactionSynchronizationManager.isSynchronizationActive()
        && TransactionSynchronizationManager.getSynchronizations().contains(outer);
  }

  /** Whether what is done on this thread will be rolled back, whatever it returns. */
  static boolean isUndone() {
    return TransactionSynchronizationManager.isActualTransactionActive() && isMarked();
  }

  @Override
  public boolean isRollbackOnly() {
    return isMarked();
  }

  private static boolean isMarked() {
    try {
      return TransactionAspectSupport.currentTransactionStatus().isRollbackOnly();
    } catch (NoTransactionException byTemplate) {
      return TransactionSynchronizationManager.getResourceMap().values().stream()
          .anyMatch(
              resource -> resource instanceof ResourceHolderSupport held && held.isRollbackOnly());
    }
  }

  @Override
  public void afterEnd(Function<End, CompletableFuture<?>> last) {
    end().add(last);
  }

  @Override
  public List<OpenConnection> connections() {
    try {
      return BoundConnection.all();
    } catch (NoClassDefFoundError withoutJdbc) {
      return List.of();
    }
  }

  @Override
  public <T> T attachment(Class<T> type, Supplier<T> maker) {
    return end().attachment(type, maker);
  }

  /** Ours among what Spring tells of the end; suspended and resumed with the transaction. */
  private static TransactionEnd end() {
    for (TransactionSynchronization each :
        TransactionSynchronizationManager.getSynchronizations()) {
      if (each instanceof TransactionEnd known) {
        return known;
      }
    }
    TransactionEnd made = new TransactionEnd();
    TransactionSynchronizationManager.registerSynchronization(made);
    return made;
  }
}
