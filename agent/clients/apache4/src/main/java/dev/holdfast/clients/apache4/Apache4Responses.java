package dev.holdfast.clients.apache4;

import com.google.auto.service.AutoService;
import dev.holdfast.core.call.HttpAnswer;
import dev.holdfast.core.call.ResponseReader;
import dev.holdfast.core.wire.NamedResponses;
import java.util.List;
import java.util.Optional;

/** Responses of HttpClient 4. */
@AutoService(ResponseReader.class)
public final class Apache4Responses implements ResponseReader {

  private final NamedResponses responses =
      new NamedResponses(
          "org.apache.http.HttpResponse",
          List.of("getStatusLine", "getStatusCode"),
          List.of("getHeaders"),
          List.of());
  private final NamedResponses open =
      new NamedResponses(
          "org.apache.http.client.methods.CloseableHttpResponse",
          List.of("getStatusLine", "getStatusCode"),
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
