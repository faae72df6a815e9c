package dev.holdfast.servers.servlet.inside;

import dev.holdfast.core.adapter.Adapter;
import dev.holdfast.core.adapter.Host;
import dev.holdfast.core.call.Context;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Stands where Spring MVC takes a task that is to be run on another thread. */
public final class Continuing implements Adapter {

  /** Needs nothing of the engine. */
  public Continuing(Host host) {}

  @Override
  public MethodHandle adapt(MethodHandle body) throws ReflectiveOperationException {
    MethodHandle carry =
        MethodHandles.lookup()
            .findStatic(
                Continuing.class, "carry", MethodType.methodType(Callable.class, Callable.class));
    return MethodHandles.filterReturnValue(body, carry);
  }

  static Callable<?> carry(Callable<?> task) {
    Context context = Context.capture();
    return () -> {
      FutureTask<?> once = new FutureTask<>(task);
      context.carry(once).run();
      try {
        return once.get();
      } catch (ExecutionException failed) {
        if (failed.getCause() instanceof Error error) {
          throw error;
        }
        throw (Exception) failed.getCause();
      }
    };
  }
}
