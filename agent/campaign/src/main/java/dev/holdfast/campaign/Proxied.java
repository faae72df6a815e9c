package dev.holdfast.campaign;

import dev.holdfast.campaign.proxy.Proxy;
import java.io.IOException;

/** A server that is reached through a proxy. */
record Proxied(Server server, Proxy proxy) implements Server {

  @Override
  public String name() {
    return server.name();
  }

  @Override
  public String url() {
    return server.url().replace(":" + server.port(), ":" + proxy.port());
  }

  @Override
  public int processes() {
    return server.processes();
  }

  @Override
  public int port() {
    return proxy.port();
  }

  @Override
  public void crash() throws IOException, InterruptedException {
    server.crash();
  }

  @Override
  public void close() {
    proxy.close();
    server.close();
  }
}
