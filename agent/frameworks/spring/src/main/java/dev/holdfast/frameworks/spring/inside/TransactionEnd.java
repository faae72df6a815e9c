package dev.holdfast.frameworks.spring.inside;

import dev.holdfast.core.call.OuterTransaction.End;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;

/** What is to be done at the end of one transaction, and what is kept until then. */
final class TransactionEnd implements TransactionSynchronization {

  private final List<Function<End, CompletableFuture<?>>> last = new ArrayList<>();
  private final Map<Class<?>, Object> attachments = new HashMap<>();

  void add(Function<End, CompletableFuture<?>> task) {
    last.add(task);
  }

  <T> T attachment(Class<T> type, Supplier<T> maker) {
    return type.cast(attachments.computeIfAbsent(type, key -> maker.get()));
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
      case STATUS_COMMITTED -> End.COMMITTED;
      case STATUS_ROLLED_BACK -> End.ROLLED_BACK;
      default -> End.UNKNOWN;
    };
  }
}
