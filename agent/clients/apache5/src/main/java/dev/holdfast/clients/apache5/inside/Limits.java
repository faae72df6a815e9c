package dev.holdfast.clients.apache5.inside;

import dev.holdfast.core.call.Interruption;
import dev.holdfast.core.wire.Outgoing;
import java.lang.ref.WeakReference;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.Configurable;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * The time-outs of one request, shrunk to what is left; the request's and the context's own are put
 * back. What reads a socket ignores interrupts: a request that can be cancelled is, when its thread
 * is cut.
 */
final class Limits {

  private final Outgoing outgoing;
  private final RequestConfig shrunk;
  private final @Nullable HttpUriRequestBase request;
  private final @Nullable RequestConfig own;
  private final @Nullable HttpContext context;

  private Limits(
      Outgoing outgoing,
      RequestConfig effective,
      @Nullable HttpUriRequestBase request,
      @Nullable HttpContext context) {
    this.outgoing = outgoing;
    this.request = request;
    this.context = context;
    own = request == null ? null : request.getConfig();
    shrunk = outgoing.isLimited() ? shrunk(effective, outgoing) : effective;
  }

  static Limits of(
      Outgoing outgoing, Object client, ClassicHttpRequest request, @Nullable HttpContext context) {
    RequestConfig effective = effective(client, request);
    if (request instanceof HttpUriRequestBase configurable) {
      return new Limits(outgoing, effective, configurable, context);
    }
    if (!outgoing.isLimited() || context != null) {
      return new Limits(outgoing, effective, null, context);
    }
    HttpClientContext made = HttpClientContext.create();
    made.setRequestConfig(shrunk(effective, outgoing));
    return new Limits(outgoing, effective, null, made);
  }

  /** In which the request is to be executed. */
  @Nullable HttpContext context() {
    return context;
  }

  void begin() {
    if (request != null && outgoing.isLimited()) {
      request.setConfig(shrunk);
      WeakReference<HttpUriRequestBase> cancelled = new WeakReference<>(request);
      Interruption.alsoCut(
          () -> {
            HttpUriRequestBase running = cancelled.get();
            if (running != null) {
              running.cancel();
            }
          });
    }
  }

  void end() {
    if (request != null && outgoing.isLimited()) {
      request.setConfig(own);
    }
  }

  private static RequestConfig effective(Object client, ClassicHttpRequest request) {
    RequestConfig config = request instanceof Configurable asked ? asked.getConfig() : null;
    if (config == null && client instanceof Configurable configured) {
      config = configured.getConfig();
    }
    return config == null ? RequestConfig.DEFAULT : config;
  }

  @SuppressWarnings(
      "deprecation") // the only place where the time to connect can be said by request
  private static RequestConfig shrunk(RequestConfig config, Outgoing outgoing) {
    return RequestConfig.copy(config)
        .setConnectionRequestTimeout(shrunk(config.getConnectionRequestTimeout(), outgoing))
        .setConnectTimeout(shrunk(config.getConnectTimeout(), outgoing))
        .setResponseTimeout(shrunk(config.getResponseTimeout(), outgoing))
        .build();
  }

  private static Timeout shrunk(@Nullable Timeout own, Outgoing outgoing) {
    long millis = own == null ? 0 : own.convert(TimeUnit.MILLISECONDS);
    return Timeout.ofMilliseconds(outgoing.timeoutMillis(millis));
  }
}
