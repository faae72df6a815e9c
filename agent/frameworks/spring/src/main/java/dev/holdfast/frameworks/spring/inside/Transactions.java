package dev.holdfast.frameworks.spring.inside;

import dev.holdfast.core.adapter.Adapter;
import dev.holdfast.core.adapter.Host;
import dev.holdfast.core.call.OuterTransaction;
import dev.holdfast.core.call.TransactionProbes;
import dev.holdfast.core.call.TransactionProbes.TransactionProbe;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/**
 * Knows Spring's transactions, by aspect and by template. Stands where the first of them begins,
 * and is kept by that.
 */
public final class Transactions implements Adapter, TransactionProbe {

  private final OuterTransaction current = new SpringTransaction();

  /** Needs nothing of the engine. */
  public Transactions(Host host) {}

  @Override
  public MethodHandle adapt(MethodHandle body) throws ReflectiveOperationException {
    TransactionProbes.add(this);
    return MethodHandles.lookup()
        .findVirtual(
            Transactions.class, "begin", MethodType.methodType(void.class, MethodHandle.class))
        .bindTo(this)
        .bindTo(body);
  }

  void begin(MethodHandle body) throws Throwable {
    body.invokeExact();
  }

  @Override
  public @Nullable OuterTransaction current() {
    return SpringTransaction.isOpen() ? current : null;
  }
}
