package dev.holdfast.clients.apache4.inside;

import dev.holdfast.core.adapter.Adapter;
import dev.holdfast.core.adapter.Host;
import dev.holdfast.core.adapter.Replacement;
import dev.holdfast.core.wire.Outgoing;
import dev.holdfast.core.wire.Wire;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.apache.http.HttpClientConnection;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.apache.http.protocol.HttpContext;
import org.apache.http.protocol.HttpRequestExecutor;
import org.jspecify.annotations.Nullable;

/**
 * Stands where a request goes out by a connection, whose time-out is known here whoever has set it:
 * it is shrunk to what is left. Pools give connections their own one back.
 */
public final class Exchange implements Adapter {

  private static final MethodType TYPE =
      MethodType.methodType(
          HttpResponse.class,
          HttpRequestExecutor.class,
          HttpRequest.class,
          HttpClientConnection.class,
          HttpContext.class);

  private final Wire wire;

  /** Asks that engine what is left. */
  public Exchange(Host host) {
    wire = host.wire();
  }

  @Override
  public MethodHandle adapt(MethodHandle body) throws ReflectiveOperationException {
    return Replacement.of(MethodHandles.lookup(), this, "execute", TYPE, body);
  }

  HttpResponse execute(
      MethodHandle body,
      HttpRequestExecutor executor,
      HttpRequest request,
      HttpClientConnection connection,
      @Nullable HttpContext context)
      throws Throwable {
    Outgoing limit = wire.limit();
    if (limit.isLimited()) {
      connection.setSocketTimeout(limit.timeoutMillis(connection.getSocketTimeout()));
    }
    return (HttpResponse) body.invokeExact(executor, request, connection, context);
  }
}
