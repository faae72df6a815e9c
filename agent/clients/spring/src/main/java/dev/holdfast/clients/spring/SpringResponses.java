package dev.holdfast.clients.spring;

import com.google.auto.service.AutoService;
import dev.holdfast.core.call.HttpAnswer;
import dev.holdfast.core.call.ResponseReader;
import dev.holdfast.core.wire.NamedResponses;
import java.util.List;
import java.util.Optional;

/**
 * Answers of Spring 6 and 7: what is thrown is a {@code RestClientResponseException}, or {@code
 * WebClient}'s own, what is returned a {@code ResponseEntity} that is read already, or the open
 * answer itself.
 */
@AutoService(ResponseReader.class)
public final class SpringResponses implements ResponseReader {

  private static final List<String> STATUS = List.of("getStatusCode", "value");
  private static final List<String> HEADERS = List.of("getHeaders", "get");

  private final NamedResponses thrown =
      new NamedResponses(
          "org.springframework.web.client.RestClientResponseException",
          STATUS,
          List.of("getResponseHeaders", "get"),
          List.of());
  private final NamedResponses thrownByWebClient =
      new NamedResponses(
          "org.springframework.web.reactive.function.client.WebClientResponseException",
          STATUS,
          HEADERS,
          List.of());
  private final NamedResponses returned =
      new NamedResponses("org.springframework.http.ResponseEntity", STATUS, HEADERS, List.of());
  private final NamedResponses open =
      new NamedResponses(
          "org.springframework.http.client.ClientHttpResponse", STATUS, HEADERS, List.of("close"));

  @Override
  public boolean mayBeReturnedAs(Class<?> type) {
    return returned.mayBeReturnedAs(type) || open.mayBeReturnedAs(type);
  }

  @Override
  public Optional<HttpAnswer> read(Object resultOrFailure) {
    return thrown
        .read(resultOrFailure)
        .or(() -> thrownByWebClient.read(resultOrFailure))
        .or(() -> returned.read(resultOrFailure))
        .or(() -> open.read(resultOrFailure));
  }

  @Override
  public void discard(Object response) {
    if (open.read(response).isPresent()) {
      open.discard(response);
    }
  }
}
