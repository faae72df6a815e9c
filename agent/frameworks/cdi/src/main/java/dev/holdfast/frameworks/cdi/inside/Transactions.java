package dev.holdfast.frameworks.cdi.inside;

import dev.holdfast.core.adapter.Adapter;
import dev.holdfast.core.adapter.Host;
import dev.holdfast.core.adapter.Replacement;
import dev.holdfast.core.call.OuterTransaction;
import dev.holdfast.core.call.TransactionProbes;
import dev.holdfast.core.call.TransactionProbes.TransactionProbe;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/**
 * Knows Narayana's transactions, by annotation and by {@code UserTransaction}. Stands where the
 * first of them begins, and is kept by that.
 */
public final class Transactions implements Adapter, TransactionProbe {

  private static final MethodType TYPE = MethodType.methodType(void.class, Object.class);

  private final OuterTransaction current = new JtaTransaction();

  /** Needs nothing of the engine. */
  public Transactions(Host host) {}

  @Override
  public MethodHandle adapt(MethodHandle body) throws ReflectiveOperationException {
    TransactionProbes.add(this);
    return Replacement.of(MethodHandles.lookup(), this, "begin", TYPE, body);
  }

  void begin(MethodHandle body, Object manager) throws Throwable {
    body.invokeExact(manager);
  }

  @Override
  public @Nullable OuterTransaction current() {
    return JtaTransaction.isUnderWay() ? current : null;
  }
}
