package dev.holdfast.clients.okhttp.inside;

import dev.holdfast.core.wire.OnceOnly;
import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** Bodies that can be written once. */
final class Bodies {

  private final OnceOnly bodies = new OnceOnly();

  /** The request, whose body tells when it is written if that can be done once. */
  Request watched(Request request) {
    @Nullable RequestBody body = request.body();
    if (body == null || !body.isOneShot()) {
      return request;
    }
    bodies.check(body, request.method() + " " + request.url().host());
    return request.newBuilder().method(request.method(), new SentOnce(body, bodies)).build();
  }

  /** Tells when it is written. */
  private static final class SentOnce extends RequestBody {

    private final RequestBody body;
    private final OnceOnly bodies;

    SentOnce(RequestBody body, OnceOnly bodies) {
      this.body = body;
      this.bodies = bodies;
    }

    @Override
    public @Nullable MediaType contentType() {
      return body.contentType();
    }

    @Override
    public long contentLength() throws IOException {
      return body.contentLength();
    }

    @Override
    public boolean isDuplex() {
      return body.isDuplex();
    }

    @Override
    public boolean isOneShot() {
      return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      bodies.send(body);
      body.writeTo(sink);
    }
  }
}
