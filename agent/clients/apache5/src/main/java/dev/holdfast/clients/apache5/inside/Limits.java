package dev.holdfast.clients.apache5.inside;

import dev.holdfast.core.call.Interruption;
import dev.holdfast.core.wire.Outgoing;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
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
 * The time-outs until a request has a connection, shrunk to what is left; the request's and the
 * context's own are put back. What reads a socket ignores interrupts: a request that can be
 * cancelled is, when its thread is cut.
 */
final class Limits {

  /** Requests that were cancelled here, and not by their application. */
  private static final Set<Object> CUT =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  private final Outgoing outgoing;
  private final RequestConfig effective;
  private final @Nullable HttpUriRequestBase request;
  private final @Nullable RequestConfig own;
  private final @Nullable HttpContext context;

  private Limits(
      Outgoing outgoing,
      RequestConfig effective,
      @Nullable HttpUriRequestBase request,
      @Nullable HttpContext context) {
    this.outgoing = outgoing;
    this.effective = effective;
    this.request = request;
    this.context = context;
    own = request == null ? null : request.getConfig();
  }

  /** A request is about to be executed: again, if it was cut before. */
  static void renew(ClassicHttpRequest request) {
    if (request instanceof HttpUriRequestBase cancelled && CUT.remove(request)) {
      cancelled.reset();
    }
  }

  static Limits of(
      Outgoing outgoing, Object client, ClassicHttpRequest request, @Nullable HttpContext context) {
    RequestConfig effective = effective(client, request, context);
    if (request instanceof HttpUriRequestBase configurable) {
      return new Limits(outgoing, effective, configurable, context);
    }
    boolean needsContext = outgoing.isLimited() && context == null;
    return new Limits(
        outgoing, effective, null, needsContext ? HttpClientContext.create() : context);
  }

  /** In which the request is to be executed. */
  @Nullable HttpContext context() {
    return context;
  }

  void begin() {
    if (!outgoing.isLimited()) {
      return;
    }
    RequestConfig shrunk = shrunk(effective);
    if (request == null) {
      set(shrunk);
      return;
    }
    request.setConfig(shrunk);
    Interruption.alsoCut(request, Limits::cut);
  }

  private static void cut(HttpUriRequestBase running) {
    if (!running.isCancelled()) {
      CUT.add(running);
      running.cancel();
    }
  }

  /** The context is left as it would be without us: it has what the request was executed with. */
  void end() {
    if (outgoing.isLimited()) {
      set(effective);
      if (request != null) {
        request.setConfig(own);
      }
    }
  }

  private void set(RequestConfig config) {
    if (context instanceof HttpClientContext known) {
      known.setRequestConfig(config);
    }
  }

  private static RequestConfig effective(
      Object client, ClassicHttpRequest request, @Nullable HttpContext context) {
    RequestConfig config = request instanceof Configurable asked ? asked.getConfig() : null;
    if (config == null && context instanceof HttpClientContext known) {
      config = set(known);
    }
    if (config == null && client instanceof Configurable configured) {
      config = configured.getConfig();
    }
    return config == null ? RequestConfig.DEFAULT : config;
  }

  /** What somebody set, and not what is answered where nobody did. */
  private static @Nullable RequestConfig set(HttpClientContext context) {
    RequestConfig config = context.getRequestConfig();
    return config == RequestConfig.DEFAULT ? null : config;
  }

  @SuppressWarnings(
      "deprecation") // the only place where the time to connect can be said by request
  private RequestConfig shrunk(RequestConfig config) {
    return RequestConfig.copy(config)
        .setConnectionRequestTimeout(shrunk(config.getConnectionRequestTimeout()))
        .setConnectTimeout(connectTimeout(config.getConnectTimeout()))
        .build();
  }

  /**
   * Where the request sets none, the connection's counts: it may be shorter, and only the client
   * knows it. So that one stays if the request can be cut.
   */
  private @Nullable Timeout connectTimeout(@Nullable Timeout own) {
    boolean isCut = request != null && Interruption.soonest() != null && !Interruption.isShielded();
    return own == null && isCut ? null : shrunk(own);
  }

  private Timeout shrunk(@Nullable Timeout own) {
    long millis = own == null ? 0 : own.convert(TimeUnit.MILLISECONDS);
    return Timeout.ofMilliseconds(outgoing.timeoutMillis(millis));
  }
}
