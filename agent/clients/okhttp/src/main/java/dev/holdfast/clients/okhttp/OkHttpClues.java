package dev.holdfast.clients.okhttp;

import com.google.auto.service.AutoService;
import dev.holdfast.core.call.AmbiguityClues;
import java.util.List;

/**
 * What the failures of OkHttp tell. A stream above the last one that a {@code GOAWAY} names fails
 * as one that was refused.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9113#section-8.7">RFC 9113, request
 *     reliability</a>
 */
@AutoService(AmbiguityClues.class)
public final class OkHttpClues implements AmbiguityClues {

  private static final String RESET = "okhttp3.internal.http2.StreamResetException";

  @Override
  public List<String> ambiguous() {
    return List.of(RESET, "okhttp3.internal.http2.ConnectionShutdownException");
  }

  @Override
  public List<String> unsent() {
    return List.of();
  }

  @Override
  public boolean tellsUnsent(Throwable failure) {
    return failure.getClass().getName().equals(RESET)
        && String.valueOf(failure.getMessage()).endsWith("REFUSED_STREAM");
  }
}
