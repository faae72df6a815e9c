package dev.holdfast.clients.apache5;

import com.google.auto.service.AutoService;
import dev.holdfast.core.adapter.Hook;
import dev.holdfast.core.adapter.Hooks;
import java.util.List;

/**
 * HttpClient 5.1 and newer, classic: around redirects and retries, at each hop, and where a
 * connection is used.
 */
@AutoService(Hooks.class)
public final class Apache5Hooks implements Hooks {

  private static final String INSIDE = Apache5Hooks.class.getPackageName() + ".inside.";
  private static final String CLASSIC = "org.apache.hc.client5.http.impl.classic.";
  private static final String DO_EXECUTE =
      "(Lorg/apache/hc/core5/http/HttpHost;Lorg/apache/hc/core5/http/ClassicHttpRequest;"
          + "Lorg/apache/hc/core5/http/protocol/HttpContext;)"
          + "Lorg/apache/hc/client5/http/impl/classic/CloseableHttpResponse;";

  @Override
  public List<Hook> hooks() {
    return List.of(
        new Hook(CLASSIC + "InternalHttpClient", "doExecute", DO_EXECUTE, INSIDE + "Execution"),
        new Hook(CLASSIC + "MinimalHttpClient", "doExecute", DO_EXECUTE, INSIDE + "Execution"),
        new Hook(
            CLASSIC + "ProtocolExec",
            "execute",
            "(Lorg/apache/hc/core5/http/ClassicHttpRequest;"
                + "Lorg/apache/hc/client5/http/classic/ExecChain$Scope;"
                + "Lorg/apache/hc/client5/http/classic/ExecChain;)"
                + "Lorg/apache/hc/core5/http/ClassicHttpResponse;",
            INSIDE + "Hop"),
        new Hook(
            "org.apache.hc.core5.http.impl.io.HttpRequestExecutor",
            "execute",
            "(Lorg/apache/hc/core5/http/ClassicHttpRequest;"
                + "Lorg/apache/hc/core5/http/io/HttpClientConnection;"
                + "Lorg/apache/hc/core5/http/io/HttpResponseInformationCallback;"
                + "Lorg/apache/hc/core5/http/protocol/HttpContext;)"
                + "Lorg/apache/hc/core5/http/ClassicHttpResponse;",
            INSIDE + "Exchange"));
  }
}
