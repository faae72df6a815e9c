package dev.holdfast.clients.jdk;

import dev.holdfast.CallRefusedException;
import dev.holdfast.core.wire.Outgoing;
import dev.holdfast.core.wire.Wire;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Requests of {@code java.net.http}. Loaded when the first one is sent: a JVM may lack the module.
 */
final class HttpRequests {

  private static final Logger LOG = LoggerFactory.getLogger(HttpRequests.class);

  private HttpRequests() {}

  /** The request to send in place of this one: it itself where it has nothing to take along. */
  static Object of(Wire wire, Added added, Object client, Object request) {
    return request instanceof HttpRequest given
        ? of(wire, added, (HttpClient) client, given)
        : request;
  }

  private static HttpRequest of(Wire wire, Added added, HttpClient client, HttpRequest request) {
    try {
      URI uri = request.uri();
      Outgoing outgoing =
          wire.begin(
              request.method(),
              uri.getHost(),
              uri.getRawPath(),
              name -> request.headers().firstValue(name).orElse(null));
      return outgoing == null ? request : with(outgoing, added, client, request);
    } catch (CallRefusedException refused) {
      throw refused;
    } catch (RuntimeException odd) {
      LOG.warn("a request of {} goes as it is", request.getClass().getName(), odd);
      return request;
    }
  }

  private static HttpRequest with(
      Outgoing outgoing, Added added, HttpClient client, HttpRequest request) {
    HttpRequest.Builder builder = HttpRequest.newBuilder(request, (name, value) -> true);
    boolean mayRedirect = client.followRedirects() != HttpClient.Redirect.NEVER;
    for (Outgoing.Header header : outgoing.headers()) {
      String value = mayRedirect ? added.own(header) : header.value();
      builder.setHeader(header.name(), value);
    }
    Optional<Duration> own = request.timeout();
    if (outgoing.isLimited() && (own.isEmpty() || own.get().compareTo(outgoing.left()) > 0)) {
      builder.timeout(outgoing.left());
    }
    return builder.build();
  }

  /** The headers that go along to where a request is redirected: not ours, to another host. */
  static Object redirected(Added added, Object headers, URI from, URI to) {
    if (!(headers instanceof HttpHeaders given)
        || Redirects.staysAt(from.getHost(), to.getHost())) {
      return headers;
    }
    List<String> ours =
        given.map().values().stream().flatMap(List::stream).filter(added::contains).toList();
    ours.forEach(added::withhold);
    return ours.isEmpty()
        ? headers
        : HttpHeaders.of(given.map(), (name, value) -> !added.contains(value));
  }
}
