package dev.holdfast.clients.okhttp.inside;

import dev.holdfast.core.adapter.Adapter;
import dev.holdfast.core.adapter.Host;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/** Stands where a request goes on, redirected ones too: nothing of ours goes to another host. */
public final class Hop implements Adapter {

  private static final MethodType TYPE =
      MethodType.methodType(Response.class, Interceptor.Chain.class, Request.class);

  /** Needs nothing of the engine. */
  public Hop(Host host) {}

  @Override
  public MethodHandle adapt(MethodHandle body) throws ReflectiveOperationException {
    return MethodHandles.lookup()
        .findStatic(Hop.class, "proceed", TYPE.insertParameterTypes(0, MethodHandle.class))
        .bindTo(body.asType(TYPE));
  }

  static Response proceed(MethodHandle body, Interceptor.Chain chain, Request request)
      throws Throwable {
    Ours ours = request.tag(Ours.class);
    if (ours == null) {
      return (Response) body.invokeExact(chain, request);
    }
    Response response = (Response) body.invokeExact(chain, ours.on(request));
    if (response.isRedirect()) {
      ours.redirect();
    }
    return response;
  }
}
