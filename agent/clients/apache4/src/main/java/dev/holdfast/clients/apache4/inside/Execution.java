package dev.holdfast.clients.apache4.inside;

import dev.holdfast.core.adapter.Adapter;
import dev.holdfast.core.adapter.Host;
import dev.holdfast.core.adapter.Replacement;
import dev.holdfast.core.wire.OnceOnly;
import dev.holdfast.core.wire.Outgoing;
import dev.holdfast.core.wire.Wire;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.apache.http.Header;
import org.apache.http.HttpEntity;
import org.apache.http.HttpEntityEnclosingRequest;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** Stands where a client executes a request, around its redirects and retries. */
public final class Execution implements Adapter {

  private static final MethodType TYPE =
      MethodType.methodType(
          CloseableHttpResponse.class,
          CloseableHttpClient.class,
          HttpHost.class,
          HttpRequest.class,
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
      HttpRequest request,
      @Nullable HttpContext context)
      throws Throwable {
    Limits.renew(request);
    String method = request.getRequestLine().getMethod();
    String host = target == null ? null : target.getHostName();
    HttpEntity entity = request instanceof HttpEntityEnclosingRequest has ? has.getEntity() : null;
    if (entity == null || entity.isRepeatable()) {
      return send(body, client, target, request, context, method, host);
    }
    bodies.check(entity, method + " " + host);
    HttpEntityEnclosingRequest enclosing = (HttpEntityEnclosingRequest) request;
    enclosing.setEntity(new SentOnce(entity, bodies));
    try {
      return send(body, client, target, request, context, method, host);
    } finally {
      enclosing.setEntity(entity);
    }
  }

  private CloseableHttpResponse send(
      MethodHandle body,
      CloseableHttpClient client,
      @Nullable HttpHost target,
      HttpRequest request,
      @Nullable HttpContext context,
      String method,
      @Nullable String host)
      throws Throwable {
    Outgoing outgoing =
        wire.isOpen()
            ? wire.begin(method, host, path(request), name -> value(request.getFirstHeader(name)))
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

  private static String path(HttpRequest request) {
    String uri = request.getRequestLine().getUri();
    int scheme = uri.indexOf("://");
    int slash = scheme < 0 ? 0 : uri.indexOf('/', scheme + 3);
    String path = slash < 0 ? "/" : uri.substring(slash);
    int query = path.indexOf('?');
    return query < 0 ? path : path.substring(0, query);
  }
}
