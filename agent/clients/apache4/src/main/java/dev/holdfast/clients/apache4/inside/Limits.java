package dev.holdfast.clients.apache4.inside;

import dev.holdfast.core.call.Interruption;
import dev.holdfast.core.wire.Outgoing;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import org.apache.http.HttpRequest;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.Configurable;
import org.apache.http.client.methods.HttpRequestBase;
import org.apache.http.client.protocol.HttpClientContext;
import org.apache.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * The time-outs until a request has a connection, shrunk to what is left; the request's own are put
 * back. What reads a socket ignores interrupts: a request that can be aborted is, when its thread
 * is cut.
 */
final class Limits {

  /** Requests that were aborted here, and not by their application. */
  private static final Set<Object> CUT =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  private final Outgoing outgoing;
  private final RequestConfig effective;
  private final @Nullable HttpRequestBase request;
  private final @Nullable RequestConfig own;
  private final @Nullable HttpContext context;

  private Limits(
      Outgoing outgoing,
      RequestConfig effective,
      @Nullable HttpRequestBase request,
      @Nullable HttpContext context) {
    this.outgoing = outgoing;
    this.effective = effective;
    this.request = request;
    this.context = context;
    own = request == null ? null : request.getConfig();
  }

  /** A request is about to be executed: again, if it was cut before. */
  static void renew(HttpRequest request) {
    if (request instanceof HttpRequestBase aborted && CUT.remove(request)) {
      aborted.reset();
    }
  }

  static Limits of(
      Outgoing outgoing, Object client, HttpRequest request, @Nullable HttpContext context) {
    RequestConfig effective = effective(client, request, context);
    if (request instanceof HttpRequestBase configurable) {
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
    RequestConfig shrunk = shrunk(effective, outgoing);
    if (request == null) {
      set(shrunk);
      return;
    }
    request.setConfig(shrunk);
    Interruption.alsoCut(request, Limits::cut);
  }

  private static void cut(HttpRequestBase running) {
    if (!running.isAborted()) {
      CUT.add(running);
      running.abort();
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
      Object client, HttpRequest request, @Nullable HttpContext context) {
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

  private static RequestConfig shrunk(RequestConfig config, Outgoing outgoing) {
    return RequestConfig.copy(config)
        .setConnectionRequestTimeout(outgoing.timeoutMillis(config.getConnectionRequestTimeout()))
        .setConnectTimeout(outgoing.timeoutMillis(config.getConnectTimeout()))
        .build();
  }
}
