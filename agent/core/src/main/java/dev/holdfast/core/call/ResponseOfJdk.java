package dev.holdfast.core.call;

import com.google.auto.service.AutoService;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Responses of {@code java.net.http}. */
@AutoService(ResponseReader.class)
public final class ResponseOfJdk implements ResponseReader {

  private static final Logger LOG = LoggerFactory.getLogger(ResponseOfJdk.class);

  /** Resolved here, so that a JVM without the module {@code java.net.http} cannot make a reader. */
  private final Class<?> type = HttpResponse.class;

  @Override
  public boolean mayBeReturnedAs(Class<?> declared) {
    return declared.isAssignableFrom(type) || type.isAssignableFrom(declared);
  }

  @Override
  public Optional<HttpAnswer> read(Object resultOrFailure) {
    return resultOrFailure instanceof HttpResponse<?> response
        ? Optional.of(
            new HttpAnswer(response.statusCode(), name -> response.headers().allValues(name)))
        : Optional.empty();
  }

  /** Closes a body that is read as a stream: until then its connection is not reused. */
  @Override
  public void discard(Object response) {
    if (response instanceof HttpResponse<?> read && read.body() instanceof AutoCloseable body) {
      try {
        body.close();
      } catch (Exception unclosed) {
        LOG.debug("the body of a response that is tried again could not be closed", unclosed);
      }
    }
  }
}
