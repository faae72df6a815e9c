package dev.holdfast.frameworks.spring.inside;

import dev.holdfast.core.call.OuterTransaction.End;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;

/** What is to be done at the end of one transaction, and what is kept until then. */
final class TransactionEnd implements TransactionSynchronization {

  private final List<Function<End, CompletableFuture<?>>> last = new ArrayList<>();
  private final IdentityHashMap<Object, Integer> savepoints = new IdentityHashMap<>();
  private final Map<Class<?>, Object> attachments = new HashMap<>();

  void add(Function<End, CompletableFuture<?>> task) {
    last.add(task);
  }

  <T> T attachment(Class<T> type, Supplier<T> maker) {
    return type.cast(attachments.computeIfAbsent(type, key -> maker.get()));
  }

  @Override
  public void afterCompletion(int status) {
    settle(last, end(status));
  }

  /** Spring tells of these from 6.2 on. */
  @Override
  public void savepoint(Object savepoint) {
    savepoints.put(savepoint, last.size());
  }

  /** What is to be done since then has come to its end; one that is not known is older than all. */
  @Override
  public void savepointRollback(Object savepoint) {
    List<Function<End, CompletableFuture<?>>> undone =
        last.subList(savepoints.getOrDefault(savepoint, 0), last.size());
    settle(undone, End.ROLLED_BACK);
    undone.clear();
  }

  /** All at once, and then all are waited for: each may ask a store far away. */
  private static void settle(List<Function<End, CompletableFuture<?>>> tasks, End how) {
    CompletableFuture.allOf(
            tasks.stream().map(task -> task.apply(how)).toArray(CompletableFuture[]::new))
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
