package dev.holdfast.clients.feign;

import com.google.auto.service.AutoService;
import dev.holdfast.core.call.HttpAnswer;
import dev.holdfast.core.call.ResponseReader;
import dev.holdfast.core.wire.NamedResponses;
import java.util.List;
import java.util.Optional;

/** Answers of Feign: a {@code Response} that is returned, a {@code FeignException} thrown. */
@AutoService(ResponseReader.class)
public final class FeignResponses implements ResponseReader {

  private final NamedResponses returned =
      new NamedResponses(
          "feign.Response", List.of("status"), List.of("headers", "get"), List.of("close"));
  private final NamedResponses thrown =
      new NamedResponses(
          "feign.FeignException", List.of("status"), List.of("responseHeaders", "get"), List.of());

  @Override
  public boolean mayBeReturnedAs(Class<?> type) {
    return returned.mayBeReturnedAs(type);
  }

  @Override
  public Optional<HttpAnswer> read(Object resultOrFailure) {
    return resultOrFailure instanceof Throwable failure
        ? carriedBy(failure)
        : returned.read(resultOrFailure);
  }

  /**
   * An answer with {@code Retry-After} is thrown inside of a {@code RetryableException}, which has
   * its status but not its headers.
   */
  private Optional<HttpAnswer> carriedBy(Throwable failure) {
    Throwable cause = failure.getCause();
    Optional<HttpAnswer> outer = thrown.read(failure);
    return outer.isPresent() && cause != null ? thrown.read(cause).or(() -> outer) : outer;
  }

  @Override
  public void discard(Object response) {
    returned.discard(response);
  }
}
