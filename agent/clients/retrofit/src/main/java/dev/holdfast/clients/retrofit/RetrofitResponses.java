package dev.holdfast.clients.retrofit;

import com.google.auto.service.AutoService;
import dev.holdfast.core.call.HttpAnswer;
import dev.holdfast.core.call.ResponseReader;
import dev.holdfast.core.wire.NamedResponses;
import java.util.List;
import java.util.Optional;

/**
 * Answers of Retrofit: a {@code Response} that is returned, a {@code HttpException} thrown. The
 * body of one that is no success has been read by then.
 */
@AutoService(ResponseReader.class)
public final class RetrofitResponses implements ResponseReader {

  private final NamedResponses returned =
      new NamedResponses(
          "retrofit2.Response", List.of("code"), List.of("headers", "values"), List.of());
  private final NamedResponses thrown =
      new NamedResponses(
          "retrofit2.HttpException",
          List.of("code"),
          List.of("response", "headers", "values"),
          List.of());

  @Override
  public boolean mayBeReturnedAs(Class<?> type) {
    return returned.mayBeReturnedAs(type);
  }

  @Override
  public Optional<HttpAnswer> read(Object resultOrFailure) {
    return resultOrFailure instanceof Throwable
        ? thrown.read(resultOrFailure)
        : returned.read(resultOrFailure);
  }

  /** Nothing of it is open. */
  @Override
  public void discard(Object response) {}
}
