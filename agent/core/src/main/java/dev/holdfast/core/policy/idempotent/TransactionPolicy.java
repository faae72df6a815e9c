package dev.holdfast.core.policy.idempotent;

import dev.holdfast.core.pipeline.AsyncStage;
import dev.holdfast.core.pipeline.Binding;
import dev.holdfast.core.pipeline.Layer;
import dev.holdfast.core.pipeline.Observer;
import dev.holdfast.core.pipeline.Policy;
import dev.holdfast.core.pipeline.Ring;
import dev.holdfast.core.pipeline.Services;
import dev.holdfast.core.pipeline.Stage;
import dev.holdfast.core.store.ClaimDesk;
import dev.holdfast.core.store.Stores;
import dev.holdfast.core.store.transaction.KeyTables;
import java.util.List;

/**
 * The idempotency of one method whose keys are rows of its own transaction: each attempt claims the
 * key in the transaction that it runs in.
 */
record TransactionPolicy(Deduplication work, OpenConnections connections, KeyTables tables)
    implements Policy {

  /** What belongs to the logical call, and what belongs to each attempt. */
  static List<Layer> layers(IdempotentSpec spec, Binding binding) {
    Services services = binding.services();
    ClaimDesk closed = Stores.closed(IdempotentFactory.TRANSACTION, services);
    Deduplication work = Deduplication.bind(spec, binding, closed);
    return List.of(
        new Layer(
            Ring.DEDUPLICATE, new LogicalKey(work, () -> IdempotentObserver.bind(spec, binding))),
        new Layer(
            Ring.TRANSACTION,
            new TransactionPolicy(
                work, OpenConnections.bind(binding), KeyTables.installed(services))));
  }

  @Override
  public Stage around(Stage next) {
    return new TransactionStage(next, work, connections, tables);
  }

  /** Methods that return futures are refused when they are planned. */
  @Override
  public AsyncStage aroundAsync(AsyncStage next) {
    throw new IllegalStateException(work.guard() + " returns a future");
  }

  /** The logical call is observed. */
  @Override
  public Observer observer() {
    return call -> (result, failure) -> {};
  }
}
