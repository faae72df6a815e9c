package dev.holdfast.clients.apache5.inside;

import dev.holdfast.core.adapter.Adapter;
import dev.holdfast.core.adapter.Host;
import dev.holdfast.core.adapter.Replacement;
import dev.holdfast.core.wire.OnceOnly;
import dev.holdfast.core.wire.Outgoing;
import dev.holdfast.core.wire.Wire;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.CloseableHttpResponse;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** Stands where a client executes a request, around its redirects and retries. */
public final class Execution implements Adapter {

  private static final MethodType TYPE =
      MethodType.methodType(
          CloseableHttpResponse.class,
          CloseableHttpClient.class,
          HttpHost.class,
          ClassicHttpRequest.class,
          HttpContext.class);

  private final Wire wire;
  private final OnceOnly bodies = new OnceOnly();

  /** Asks that engine what requests take along. */
  public Execution(Host host) {
    wire = host.wire();
  }

  @Override
  public MethodHandle adapt(MethodHandle body) throws ReflectiveOperationException {
    return Replacement.of(MethodHandles.lookup(), this, "execute", TYPE, body);
  }

  CloseableHttpResponse execute(
      MethodHandle body,
      CloseableHttpClient client,
      @Nullable HttpHost target,
      ClassicHttpRequest request,
      @Nullable HttpContext context)
      throws Throwable {
    Limits.renew(request);
    String host =
        request.getAuthority() != null
            ? request.getAuthority().getHostName()
            : target == null ? null : target.getHostName();
    HttpEntity entity = request.getEntity();
    if (entity == null || entity.isRepeatable()) {
      return send(body, client, target, request, context, host);
    }
    bodies.check(entity, request.getMethod() + " " + host);
    request.setEntity(new SentOnce(entity, bodies));
    try {
      return send(body, client, target, request, context, host);
    } finally {
      request.setEntity(entity);
    }
  }

  private CloseableHttpResponse send(
      MethodHandle body,
      CloseableHttpClient client,
      @Nullable HttpHost target,
      ClassicHttpRequest request,
      @Nullable HttpContext context,
      @Nullable String host)
      throws Throwable {
    Outgoing outgoing =
        wire.isOpen()
            ? wire.begin(
                request.getMethod(),
                host,
                path(request),
                name -> value(request.getFirstHeader(name)))
            : null;
    if (outgoing == null) {
      return (CloseableHttpResponse) body.invokeExact(client, target, request, context);
    }
    Limits limits = Limits.of(outgoing, client, request, context);
    outgoing.headers().forEach(header -> request.addHeader(new Ours(header, host)));
    limits.begin();
    try {
      return (CloseableHttpResponse) body.invokeExact(client, target, request, limits.context());
    } finally {
      limits.end();
      for (Outgoing.Header header : outgoing.headers()) {
        request.removeHeaders(header.name());
      }
    }
  }

  private static @Nullable String value(@Nullable Header header) {
    return header == null ? null : header.getValue();
  }

  private static String path(ClassicHttpRequest request) {
    String path = request.getPath();
    int query = path == null ? -1 : path.indexOf('?');
    return path == null ? "/" : query < 0 ? path : path.substring(0, query);
  }
}
