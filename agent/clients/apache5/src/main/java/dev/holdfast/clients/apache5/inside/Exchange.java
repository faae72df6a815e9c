package dev.holdfast.clients.apache5.inside;

import dev.holdfast.core.adapter.Adapter;
import dev.holdfast.core.adapter.Host;
import dev.holdfast.core.adapter.Replacement;
import dev.holdfast.core.wire.Outgoing;
import dev.holdfast.core.wire.Wire;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Stands where a request goes out by a connection, whose time-out is known here whoever has set it:
 * it is shrunk to what is left. A connection of a pool keeps it, so it is put back when the
 * connection is used again.
 */
public final class Exchange implements Adapter {

  private static final MethodType TYPE =
      MethodType.methodType(
          ClassicHttpResponse.class,
          HttpRequestExecutor.class,
          ClassicHttpRequest.class,
          HttpClientConnection.class,
          HttpResponseInformationCallback.class,
          HttpContext.class);

  private final Wire wire;

  /** Connections do not define equality. */
  private final Map<HttpClientConnection, Shrunk> shrunk =
      Collections.synchronizedMap(new WeakHashMap<>());

  private record Shrunk(Timeout own, Timeout ours) {}

  /** Asks that engine what is left. */
  public Exchange(Host host) {
    wire = host.wire();
  }

  @Override
  public MethodHandle adapt(MethodHandle body) throws ReflectiveOperationException {
    return Replacement.of(MethodHandles.lookup(), this, "execute", TYPE, body);
  }

  ClassicHttpResponse execute(
      MethodHandle body,
      HttpRequestExecutor executor,
      ClassicHttpRequest request,
      HttpClientConnection connection,
      @Nullable HttpResponseInformationCallback callback,
      @Nullable HttpContext context)
      throws Throwable {
    putBack(connection);
    Outgoing limit = wire.limit();
    if (limit.isLimited()) {
      shrink(connection, limit);
    }
    return (ClassicHttpResponse) body.invokeExact(executor, request, connection, callback, context);
  }

  /** Unless somebody else has set another one meanwhile: the client, for this request. */
  private void putBack(HttpClientConnection connection) {
    Shrunk last = shrunk.remove(connection);
    if (last != null && last.ours.equals(connection.getSocketTimeout())) {
      connection.setSocketTimeout(last.own);
    }
  }

  private void shrink(HttpClientConnection connection, Outgoing limit) {
    Timeout own = Timeout.defaultsToDisabled(connection.getSocketTimeout());
    Timeout ours = Timeout.ofMilliseconds(limit.timeoutMillis(own.convert(TimeUnit.MILLISECONDS)));
    if (!ours.equals(own)) {
      shrunk.put(connection, new Shrunk(own, ours));
      connection.setSocketTimeout(ours);
    }
  }
}
