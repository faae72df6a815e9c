package dev.holdfast.clients.okhttp.inside;

import dev.holdfast.core.adapter.Adapter;
import dev.holdfast.core.adapter.Host;
import dev.holdfast.core.adapter.Replacement;
import dev.holdfast.core.call.Scopes;
import dev.holdfast.core.wire.Outgoing;
import dev.holdfast.core.wire.Wire;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okio.Timeout;

/** Stands where a client makes a call of a request, on the thread that is going to send it. */
public final class NewCall implements Adapter {

  private static final MethodType TYPE =
      MethodType.methodType(Call.class, OkHttpClient.class, Request.class);

  private final Wire wire;
  private final Bodies bodies = new Bodies();

  /** Asks that engine what requests take along. */
  public NewCall(Host host) {
    wire = host.wire();
  }

  @Override
  public MethodHandle adapt(MethodHandle body) throws ReflectiveOperationException {
    return Replacement.of(MethodHandles.lookup(), this, "call", TYPE, body);
  }

  Call call(MethodHandle body, OkHttpClient client, Request given) throws Throwable {
    Request request = bodies.watched(given);
    Outgoing outgoing =
        wire.isOpen()
            ? wire.begin(
                request.method(),
                request.url().host(),
                request.url().encodedPath(),
                request::header)
            : null;
    if (outgoing == null) {
      return (Call) body.invokeExact(client, request);
    }
    Call call = (Call) body.invokeExact(client, with(outgoing, request));
    if (outgoing.isLimited()) {
      limit(call.timeout(), outgoing);
    }
    return call;
  }

  private static Request with(Outgoing outgoing, Request request) {
    if (outgoing.headers().isEmpty()) {
      return request;
    }
    Ours ours = new Ours(request.url().host(), outgoing.headers(), Scopes.current().requests());
    Request.Builder builder = request.newBuilder().tag(Ours.class, ours);
    outgoing.headers().forEach(header -> builder.header(header.name(), header.value()));
    return builder.build();
  }

  /** The whole call's, its answer's body included; OkHttp cancels the call at it. */
  private static void limit(Timeout timeout, Outgoing outgoing) {
    long own = TimeUnit.NANOSECONDS.toMillis(timeout.timeoutNanos());
    timeout.timeout(outgoing.timeoutMillis(own), TimeUnit.MILLISECONDS);
  }
}
