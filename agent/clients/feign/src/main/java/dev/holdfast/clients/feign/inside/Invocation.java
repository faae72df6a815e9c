package dev.holdfast.clients.feign.inside;

import dev.holdfast.core.adapter.Adapter;
import dev.holdfast.core.adapter.Host;
import dev.holdfast.core.call.Scope;
import dev.holdfast.core.call.Scopes;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/**
 * Stands where a method of a Feign client is called, around the {@code Retryer} that may send its
 * request several times: that is one request, and goes by one key.
 */
public final class Invocation implements Adapter {

  /** The handler itself is of a class that only its library sees. */
  private static final MethodType TYPE =
      MethodType.methodType(Object.class, Object.class, Object[].class);

  /** Needs nothing of the engine. */
  public Invocation(Host host) {}

  @Override
  public MethodHandle adapt(MethodHandle body) throws ReflectiveOperationException {
    return MethodHandles.lookup()
        .findStatic(Invocation.class, "invoke", TYPE.insertParameterTypes(0, MethodHandle.class))
        .bindTo(body.asType(TYPE));
  }

  static @Nullable Object invoke(MethodHandle body, Object handler, Object[] arguments)
      throws Throwable {
    if (!Scopes.isInCall()) {
      return (@Nullable Object) body.invokeExact(handler, arguments);
    }
    Scope outer = Scopes.enter(Scopes.current().repeating());
    try {
      return (@Nullable Object) body.invokeExact(handler, arguments);
    } finally {
      Scopes.leave(outer);
    }
  }
}
