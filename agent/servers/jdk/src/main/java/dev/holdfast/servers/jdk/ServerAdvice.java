package dev.holdfast.servers.jdk;

import com.google.auto.service.AutoService;
import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import dev.holdfast.bridge.JdkServers;
import dev.holdfast.core.adapter.JdkServerAdvice;
import dev.holdfast.core.pipeline.Services;

/** Advises the JDK's own server. */
@AutoService(JdkServerAdvice.class)
public final class ServerAdvice implements JdkServerAdvice {

  @Override
  public JdkServers.Advice by(Services services) {
    return new Serving(new Exchanges(services));
  }

  private record Serving(Exchanges exchanges) implements JdkServers.Advice {

    @Override
    public void handle(Object chain, Object exchange) throws Throwable {
      HttpExchange served = (HttpExchange) exchange;
      exchanges.serve(served, () -> ((Filter.Chain) chain).doFilter(served));
    }

    @Override
    public void answering(Object headers, int status) {
      exchanges.mark((Headers) headers, status);
    }
  }
}
