package dev.holdfast.clients.jdk;

import dev.holdfast.core.call.Interruption;
import dev.holdfast.core.call.Workers;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A request of {@code java.net.http} that is on its way. Up to Java 20 whoever reads its answer as
 * a stream ignores interrupts, so a cut closes the stream as well.
 */
final class HttpExchange {

  private static final Logger LOG = LoggerFactory.getLogger(HttpExchange.class);

  private HttpExchange() {}

  /** When the calling thread is cut, the exchange is. */
  static void cutWithThread(Workers workers, Object future) {
    if (!(future instanceof CompletableFuture<?> response) || Interruption.soonest() == null) {
      return;
    }
    Interruption.alsoCut(
        response,
        running -> {
          try {
            workers.execute(() -> cut(running));
          } catch (RejectedExecutionException noThread) {
            LOG.debug("an answer could not be cut", noThread);
          }
        });
  }

  /** What is not answered yet is cancelled by the interrupt. */
  private static void cut(CompletableFuture<?> response) {
    if (!response.isDone() || response.isCompletedExceptionally()) {
      return;
    }
    if (response.getNow(null) instanceof HttpResponse<?> answer
        && answer.body() instanceof InputStream body) {
      try {
        body.close();
      } catch (IOException unclosed) {
        LOG.debug("an answer could not be cut", unclosed);
      }
    }
  }
}
