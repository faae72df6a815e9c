package dev.holdfast.core.call;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLSession;

/** An answer of {@code java.net.http} that no server gave. */
public record FakeResponse<T>(int statusCode, Map<String, List<String>> fields, T body)
    implements HttpResponse<T> {

  /** An answer without a body. */
  public static FakeResponse<String> of(int status) {
    return new FakeResponse<>(status, Map.of(), "");
  }

  /** This answer with one header field. */
  public static FakeResponse<String> of(int status, String name, String... values) {
    return new FakeResponse<>(status, Map.of(name, List.of(values)), "");
  }

  @Override
  public HttpRequest request() {
    return HttpRequest.newBuilder(uri()).build();
  }

  @Override
  public Optional<HttpResponse<T>> previousResponse() {
    return Optional.empty();
  }

  @Override
  public HttpHeaders headers() {
    return HttpHeaders.of(fields, (name, value) -> true);
  }

  @Override
  public Optional<SSLSession> sslSession() {
    return Optional.empty();
  }

  @Override
  public URI uri() {
    return URI.create("http://localhost/");
  }

  @Override
  public HttpClient.Version version() {
    return HttpClient.Version.HTTP_1_1;
  }
}
