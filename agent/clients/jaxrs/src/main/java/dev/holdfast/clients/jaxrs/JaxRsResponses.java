package dev.holdfast.clients.jaxrs;

import com.google.auto.service.AutoService;
import dev.holdfast.core.call.HttpAnswer;
import dev.holdfast.core.call.ResponseReader;
import dev.holdfast.core.wire.NamedResponses;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Answers of JAX-RS, by both of its names: a {@code Response} that is returned, a {@code
 * WebApplicationException} thrown.
 */
@AutoService(ResponseReader.class)
public final class JaxRsResponses implements ResponseReader {

  private final List<NamedResponses> returned =
      named(
          "core.Response",
          List.of("getStatus"),
          List.of("getStringHeaders", "get"),
          List.of("close"));
  private final List<NamedResponses> thrown =
      named(
          "WebApplicationException",
          List.of("getResponse", "getStatus"),
          List.of("getResponse", "getStringHeaders", "get"),
          List.of());

  private static List<NamedResponses> named(
      String type, List<String> status, List<String> headers, List<String> close) {
    return Stream.of("jakarta.ws.rs.", "javax.ws.rs.")
        .map(parent -> new NamedResponses(parent + type, status, headers, close))
        .toList();
  }

  @Override
  public boolean mayBeReturnedAs(Class<?> type) {
    return returned.stream().anyMatch(responses -> responses.mayBeReturnedAs(type));
  }

  @Override
  public Optional<HttpAnswer> read(Object resultOrFailure) {
    return (resultOrFailure instanceof Throwable ? thrown : returned)
        .stream().flatMap(responses -> responses.read(resultOrFailure).stream()).findFirst();
  }

  @Override
  public void discard(Object response) {
    returned.stream()
        .filter(responses -> responses.read(response).isPresent())
        .forEach(responses -> responses.discard(response));
  }
}
