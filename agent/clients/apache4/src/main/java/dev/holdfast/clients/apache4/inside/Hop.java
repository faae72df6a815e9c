package dev.holdfast.clients.apache4.inside;

import dev.holdfast.core.adapter.Adapter;
import dev.holdfast.core.adapter.Host;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.apache.http.Header;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpExecutionAware;
import org.apache.http.client.methods.HttpRequestWrapper;
import org.apache.http.client.protocol.HttpClientContext;
import org.apache.http.conn.routing.HttpRoute;
import org.jspecify.annotations.Nullable;

/** Stands where each hop of a request begins: nothing of ours goes to another host. */
public final class Hop implements Adapter {

  /** The handler itself is of a class that only its library sees. */
  private static final MethodType TYPE =
      MethodType.methodType(
          CloseableHttpResponse.class,
          Object.class,
          HttpRoute.class,
          HttpRequestWrapper.class,
          HttpClientContext.class,
          HttpExecutionAware.class);

  /** Needs nothing of the engine. */
  public Hop(Host host) {}

  @Override
  public MethodHandle adapt(MethodHandle body) throws ReflectiveOperationException {
    return MethodHandles.lookup()
        .findStatic(Hop.class, "execute", TYPE.insertParameterTypes(0, MethodHandle.class))
        .bindTo(body.asType(TYPE));
  }

  static CloseableHttpResponse execute(
      MethodHandle body,
      Object handler,
      HttpRoute route,
      HttpRequestWrapper request,
      HttpClientContext context,
      @Nullable HttpExecutionAware aware)
      throws Throwable {
    for (Header header : request.getAllHeaders()) {
      if (header instanceof Ours ours && ours.isForeignTo(route.getTargetHost().getHostName())) {
        request.removeHeader(header);
        ours.withhold(request.getRequestLine().getMethod());
      }
    }
    return (CloseableHttpResponse) body.invokeExact(handler, route, request, context, aware);
  }
}
