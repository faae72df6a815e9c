package dev.holdfast.clients.okhttp;

import com.google.auto.service.AutoService;
import dev.holdfast.core.call.HttpAnswer;
import dev.holdfast.core.call.ResponseReader;
import dev.holdfast.core.wire.NamedResponses;
import java.util.List;
import java.util.Optional;

/** Responses of OkHttp. */
@AutoService(ResponseReader.class)
public final class OkHttpResponses implements ResponseReader {

  private final NamedResponses responses =
      new NamedResponses("okhttp3.Response", List.of("code"), List.of("headers"), List.of("close"));

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
    responses.discard(response);
  }
}
