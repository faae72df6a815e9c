package dev.holdfast.frameworks.cdi.inside;

import dev.holdfast.core.call.OuterTransaction.End;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/** What is to be done at the end of one transaction, and what is kept until then. */
final class TransactionEnd implements Synchronization {

  private final boolean isRolledBack;
  private final List<Function<End, CompletableFuture<?>>> last = new ArrayList<>();
  private final Map<Class<?>, Object> attachments = new HashMap<>();

  /**
   * @param isRolledBack whether it is certain already how the transaction ends
   */
  TransactionEnd(boolean isRolledBack) {
    this.isRolledBack = isRolledBack;
  }

  boolean isRolledBack() {
    return isRolledBack;
  }

  void add(Function<End, CompletableFuture<?>> task) {
    if (isRolledBack) {
      task.apply(End.ROLLED_BACK).join();
    } else {
      last.add(task);
    }
  }

  <T> T attachment(Class<T> type, Supplier<T> maker) {
    return type.cast(attachments.computeIfAbsent(type, key -> maker.get()));
  }

  @Override
  public void beforeCompletion() {
    // What is to be done depends on how it ends.
  }

  /** All at once, and then all are waited for: each may ask a store far away. */
  @Override
  public void afterCompletion(int status) {
    CompletableFuture.allOf(
            last.stream().map(task -> task.apply(end(status))).toArray(CompletableFuture[]::new))
        .join();
  }

  private static End end(int status) {
    return switch (status) {
      case Status.STATUS_COMMITTED -> End.COMMITTED;
      case Status.STATUS_ROLLEDBACK -> End.ROLLED_BACK;
      default -> End.UNKNOWN;
    };
  }
}
