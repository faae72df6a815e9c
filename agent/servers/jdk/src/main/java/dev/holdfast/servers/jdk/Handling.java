package dev.holdfast.servers.jdk;

import com.sun.net.httpserver.HttpExchange;
import dev.holdfast.core.adapter.Adapter;
import dev.holdfast.core.adapter.Host;
import dev.holdfast.core.adapter.Replacement;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Stands where a class handles requests, for servers of another provider than the JDK. */
public final class Handling implements Adapter {

  private static final MethodType TYPE =
      MethodType.methodType(void.class, Object.class, HttpExchange.class);

  private final Exchanges exchanges;

  /** By what that engine offers. */
  public Handling(Host host) {
    exchanges = new Exchanges(host.services());
  }

  @Override
  public MethodHandle adapt(MethodHandle body) throws ReflectiveOperationException {
    return Replacement.of(MethodHandles.lookup(), this, "handle", TYPE, body);
  }

  void handle(MethodHandle body, Object handler, HttpExchange exchange) throws Throwable {
    exchanges.serve(
        exchange,
        () -> {
          // As an expression it would be expected to return an Object.
          body.invokeExact(handler, exchange);
        });
  }
}
