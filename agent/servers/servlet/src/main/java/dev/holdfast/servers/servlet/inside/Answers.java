package dev.holdfast.servers.servlet.inside;

import dev.holdfast.core.call.Causes;
import dev.holdfast.core.call.HttpAnswer;
import dev.holdfast.core.serve.HttpRefusal;
import dev.holdfast.core.serve.Served;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Writes answers of ours. */
final class Answers {

  private Answers() {}

  /**
   * Answers a failure that left all filters and servlets, if it is a refusal of ours.
   *
   * @return false: it is left to the container
   */
  static boolean write(
      Throwable failure, Served served, boolean marks, HttpServletResponse response)
      throws IOException {
    if (response.isCommitted()) {
      return false;
    }
    Optional<HttpRefusal> refusal = HttpRefusal.of(bare(failure));
    if (refusal.isPresent()) {
      write(refusal.get(), marks, response);
    } else if (marks && served.exhausted() > 0) {
      response.setHeader(HttpAnswer.RETRIED, Integer.toString(served.exhausted()));
    }
    return refusal.isPresent();
  }

  static void write(HttpRefusal refusal, boolean marks, HttpServletResponse response)
      throws IOException {
    byte[] body = refusal.body();
    response.resetBuffer();
    response.setStatus(refusal.status());
    response.setContentType(HttpRefusal.TYPE);
    response.setContentLength(body.length);
    if (refusal.retryAfterSeconds() > 0) {
      response.setHeader("Retry-After", Long.toString(refusal.retryAfterSeconds()));
    }
    if (marks) {
      response.setHeader(HttpAnswer.RETRIED, "0");
    }
    try {
      response.getOutputStream().write(body);
    } catch (IllegalStateException isWriting) {
      response.getWriter().write(new String(body, StandardCharsets.UTF_8));
    }
  }

  /** What frameworks have wrapped to let it pass. */
  private static Throwable bare(Throwable failure) {
    Throwable bare = Causes.unwrap(failure);
    while (bare instanceof ServletException wrapper && wrapper.getRootCause() != null) {
      bare = Causes.unwrap(wrapper.getRootCause());
    }
    return bare;
  }
}
