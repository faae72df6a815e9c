package dev.holdfast.clients.apache5.inside;

import dev.holdfast.core.wire.OnceOnly;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/** A body that can be read once, and tells when it is. */
final class SentOnce extends HttpEntityWrapper {

  private final HttpEntity body;
  private final OnceOnly bodies;

  SentOnce(HttpEntity body, OnceOnly bodies) {
    super(body);
    this.body = body;
    this.bodies = bodies;
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    bodies.send(body);
    super.writeTo(out);
  }
}
