package dev.holdfast.clients.jdbc;

import dev.holdfast.core.adapter.Adapter;
import dev.holdfast.core.adapter.Host;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Stands where transactions are rolled back. */
public final class RollingBack implements Adapter {

  /** Needs nothing of the engine. */
  public RollingBack(Host host) {}

  @Override
  public MethodHandle adapt(MethodHandle body) throws ReflectiveOperationException {
    MethodHandle note =
        MethodHandles.lookup()
            .findStatic(Writes.class, "noteRollback", MethodType.methodType(void.class));
    return MethodHandles.foldArguments(body, note);
  }
}
