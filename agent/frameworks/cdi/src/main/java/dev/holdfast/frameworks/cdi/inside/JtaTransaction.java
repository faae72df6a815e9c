package dev.holdfast.frameworks.cdi.inside;

import dev.holdfast.core.call.OuterTransaction;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/** The transaction of whatever thread asks: the registry keeps them by thread, and so does this. */
final class JtaTransaction implements OuterTransaction {

  private final TransactionSynchronizationRegistry registry;
  private final Object key = new Object();

  JtaTransaction(TransactionSynchronizationRegistry registry) {
    this.registry = registry;
  }

  @Override
  public boolean isRollbackOnly() {
    return registry.getTransactionStatus() == Status.STATUS_MARKED_ROLLBACK;
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
    if (registry.getResource(key) instanceof TransactionEnd known) {
      return known;
    }
    TransactionEnd made = new TransactionEnd(isRollbackOnly());
    registry.putResource(key, made);
    if (!made.isRolledBack()) {
      registry.registerInterposedSynchronization(made);
    }
    return made;
  }
}
