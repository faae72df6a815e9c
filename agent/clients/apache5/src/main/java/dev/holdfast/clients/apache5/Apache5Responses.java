package dev.holdfast.clients.apache5;

import com.google.auto.service.AutoService;
import dev.holdfast.core.call.HttpAnswer;
import dev.holdfast.core.call.ResponseReader;
import dev.holdfast.core.wire.NamedResponses;
import java.util.List;
import java.util.Optional;

/** Responses of HttpClient 5, classic ones and those that are read already. */
@AutoService(ResponseReader.class)
public final class Apache5Responses implements ResponseReader {

  private final NamedResponses responses =
      new NamedResponses(
          "org.apache.hc.core5.http.HttpResponse",
          List.of("getCode"),
          List.of("getHeaders"),
          List.of());
  private final NamedResponses open =
      new NamedResponses(
          "org.apache.hc.core5.http.ClassicHttpResponse",
          List.of("getCode"),
          List.of("getHeaders"),
          List.of("close"));

  @Override
  public boolean mayBeReturnedAs(Class<?> type) {
    return responses.mayBeReturnedAs(type);
  }

  @Override
  public Optional<HttpAnswer> read(Object resultOrFailure) {
    return responses.read(resultOrFailure);
  }

  @Override
  public void discard(Object response) {
    if (open.read(response).isPresent()) {
      open.discard(response);
    }
  }
}
