package dev.holdfast.clients.apache5.inside;

import dev.holdfast.core.adapter.Adapter;
import dev.holdfast.core.adapter.Host;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.net.URIAuthority;

/** Stands where each hop of a request begins: nothing of ours goes to another host. */
public final class Hop implements Adapter {

  private static final MethodType TYPE =
      MethodType.methodType(
          ClassicHttpResponse.class,
          ExecChainHandler.class,
          ClassicHttpRequest.class,
          ExecChain.Scope.class,
          ExecChain.class);

  /** Needs nothing of the engine. */
  public Hop(Host host) {}

  @Override
  public MethodHandle adapt(MethodHandle body) throws ReflectiveOperationException {
    return MethodHandles.lookup()
        .findStatic(Hop.class, "execute", TYPE.insertParameterTypes(0, MethodHandle.class))
        .bindTo(body.asType(TYPE));
  }

  static ClassicHttpResponse execute(
      MethodHandle body,
      ExecChainHandler handler,
      ClassicHttpRequest request,
      ExecChain.Scope scope,
      ExecChain chain)
      throws Throwable {
    URIAuthority authority = request.getAuthority();
    if (authority != null) {
      for (Header header : request.getHeaders()) {
        if (header instanceof Ours ours && ours.isForeignTo(authority.getHostName())) {
          request.removeHeader(header);
          ours.withhold(request.getMethod());
        }
      }
    }
    return (ClassicHttpResponse) body.invokeExact(handler, request, scope, chain);
  }
}
