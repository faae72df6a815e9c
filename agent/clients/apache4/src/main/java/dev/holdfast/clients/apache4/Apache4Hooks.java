package dev.holdfast.clients.apache4;

import com.google.auto.service.AutoService;
import dev.holdfast.core.adapter.Hook;
import dev.holdfast.core.adapter.Hooks;
import java.util.List;

/**
 * HttpClient 4.3 and newer: around redirects and retries, at each hop, and where a connection is
 * used.
 */
@AutoService(Hooks.class)
public final class Apache4Hooks implements Hooks {

  private static final String INSIDE = Apache4Hooks.class.getPackageName() + ".inside.";
  private static final String RESPONSE = "Lorg/apache/http/client/methods/CloseableHttpResponse;";
  private static final String DO_EXECUTE =
      "(Lorg/apache/http/HttpHost;Lorg/apache/http/HttpRequest;"
          + "Lorg/apache/http/protocol/HttpContext;)"
          + RESPONSE;

  @Override
  public List<Hook> hooks() {
    return List.of(
        new Hook(
            "org.apache.http.impl.client.InternalHttpClient",
            "doExecute",
            DO_EXECUTE,
            INSIDE + "Execution"),
        new Hook(
            "org.apache.http.impl.client.MinimalHttpClient",
            "doExecute",
            DO_EXECUTE,
            INSIDE + "Execution"),
        new Hook(
            "org.apache.http.impl.execchain.ProtocolExec",
            "execute",
            "(Lorg/apache/http/conn/routing/HttpRoute;"
                + "Lorg/apache/http/client/methods/HttpRequestWrapper;"
                + "Lorg/apache/http/client/protocol/HttpClientContext;"
                + "Lorg/apache/http/client/methods/HttpExecutionAware;)"
                + RESPONSE,
            INSIDE + "Hop"),
        new Hook(
            "org.apache.http.protocol.HttpRequestExecutor",
            "execute",
            "(Lorg/apache/http/HttpRequest;Lorg/apache/http/HttpClientConnection;"
                + "Lorg/apache/http/protocol/HttpContext;)Lorg/apache/http/HttpResponse;",
            INSIDE + "Exchange"));
  }
}
