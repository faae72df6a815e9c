package dev.holdfast.clients.okhttp.inside;

import dev.holdfast.core.call.Requests;
import dev.holdfast.core.wire.Outgoing;
import dev.holdfast.core.wire.Wire;
import java.util.List;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * The tag of a request to which we added headers; redirected requests have it too. An interceptor
 * may send a request to another host than it names: the headers go there, because that is where the
 * application means them to go, and not to where the answer leads.
 */
final class Ours {

  private final List<Outgoing.Header> headers;
  private final @Nullable Requests requests;
  private volatile String host;
  private volatile boolean isRedirected;

  /**
   * @param host to which they may go
   * @param requests of the attempt
   */
  Ours(String host, List<Outgoing.Header> headers, @Nullable Requests requests) {
    this.host = host;
    this.headers = List.copyOf(headers);
    this.requests = requests;
  }

  /** An answer to a request that has them leads somewhere else. */
  void redirect() {
    isRedirected = true;
  }

  /** The request as it may go on. */
  Request on(Request request) {
    if (!isRedirected) {
      host = request.url().host();
    }
    return host.equals(request.url().host()) ? request : without(request);
  }

  private Request without(Request request) {
    Request.Builder builder = request.newBuilder().tag(Ours.class, null);
    for (Outgoing.Header header : headers) {
      builder.removeHeader(header.name());
      Wire.withhold(header, requests, request.method());
    }
    return builder.build();
  }
}
