package dev.holdfast.clients.okhttp.inside;

import dev.holdfast.core.wire.OnceOnly;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/** Bodies that can be written once. */
final class Bodies {

  private final OnceOnly sent = new OnceOnly();

  void check(Request request) {
    @Nullable RequestBody body = request.body();
    if (body != null && body.isOneShot()) {
      sent.check(body, request.method() + " " + request.url().host());
    }
  }
}
