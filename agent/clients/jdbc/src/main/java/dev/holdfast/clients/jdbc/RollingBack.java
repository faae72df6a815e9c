package dev.holdfast.clients.jdbc;

import dev.holdfast.core.adapter.Adapter;
import dev.holdfast.core.adapter.Host;
import java.lang.invoke.MethodHandle;

/** Stands where transactions are rolled back. */
public final class RollingBack implements Adapter {

  /** Needs nothing of the engine. */
  public RollingBack(Host host) {}

  @Override
  public MethodHandle adapt(MethodHandle body) throws ReflectiveOperationException {
    return Writes.noting("rollback", body);
  }
}
