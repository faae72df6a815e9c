package dev.holdfast.servers.servlet.inside;

import dev.holdfast.core.adapter.Adapter;
import dev.holdfast.core.adapter.Host;
import dev.holdfast.core.call.Context;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Stands where a servlet goes on on another thread of the container. */
public final class GoingOn implements Adapter {

  /** Needs nothing of the engine. */
  public GoingOn(Host host) {}

  @Override
  public MethodHandle adapt(MethodHandle body) throws ReflectiveOperationException {
    MethodHandle carry =
        MethodHandles.lookup()
            .findStatic(
                GoingOn.class, "carry", MethodType.methodType(Runnable.class, Runnable.class));
    return MethodHandles.filterArguments(body, 1, carry);
  }

  static Runnable carry(Runnable task) {
    return Context.capture().carry(task);
  }
}
