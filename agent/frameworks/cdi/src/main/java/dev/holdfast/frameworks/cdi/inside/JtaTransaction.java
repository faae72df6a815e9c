package dev.holdfast.frameworks.cdi.inside;

import com.arjuna.ats.internal.jta.transaction.arjunacore.TransactionSynchronizationRegistryImple;
import dev.holdfast.core.call.OuterTransaction;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The transaction of whatever thread asks: the registry keeps them by thread, and so does this. The
 * registry is that of Narayana's own transactions and not the configured one, which in WildFly is
 * that of distributed transactions and knows no others.
 */
final class JtaTransaction implements OuterTransaction {

  private static final TransactionSynchronizationRegistry REGISTRY =
      new TransactionSynchronizationRegistryImple();

  private final Object key = new Object();

  /** Whether the calling thread is in a transaction that has not begun to end. */
  static boolean isUnderWay() {
    return REGISTRY.getTransactionStatus() == Status.STATUS_ACTIVE || isUndone();
  }

  /** Whether what is done on this thread will be rolled back, whatever it returns. */
  static boolean isUndone() {
    return REGISTRY.getTransactionStatus() == Status.STATUS_MARKED_ROLLBACK;
  }

  @Override
  public boolean isRollbackOnly() {
    return isUndone();
  }

  @Override
  public void afterEnd(Function<End, CompletableFuture<?>> last) {
    end().add(last);
  }

  @Override
  public <T> T attachment(Class<T> type, Supplier<T> maker) {
    return end().attachment(type, maker);
  }

  /** One that can only be rolled back takes no synchronisation any more: its end is known. */
  private TransactionEnd end() {
    if (REGISTRY.getResource(key) instanceof TransactionEnd known) {
      return known;
    }
    TransactionEnd made = new TransactionEnd(isRollbackOnly());
    REGISTRY.putResource(key, made);
    if (!made.isRolledBack()) {
      REGISTRY.registerInterposedSynchronization(made);
    }
    return made;
  }
}
