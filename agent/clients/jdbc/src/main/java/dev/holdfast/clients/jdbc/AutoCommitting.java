package dev.holdfast.clients.jdbc;

import dev.holdfast.core.adapter.Adapter;
import dev.holdfast.core.adapter.Host;
import java.lang.invoke.MethodHandle;

/** Stands where statements are told to commit themselves, which commits what is open. */
public final class AutoCommitting implements Adapter {

  /** Needs nothing of the engine. */
  public AutoCommitting(Host host) {}

  @Override
  public MethodHandle adapt(MethodHandle body) throws ReflectiveOperationException {
    return Writes.noting("setAutoCommit", body);
  }
}
