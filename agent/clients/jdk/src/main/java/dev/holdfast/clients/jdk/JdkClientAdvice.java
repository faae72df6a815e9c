package dev.holdfast.clients.jdk;

import com.google.auto.service.AutoService;
import dev.holdfast.bridge.JdkClients;
import dev.holdfast.core.adapter.JdkAdvice;
import dev.holdfast.core.call.Workers;
import dev.holdfast.core.wire.Wire;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;

/** Advises both clients of the JDK. */
@AutoService(JdkAdvice.class)
public final class JdkClientAdvice implements JdkAdvice {

  @Override
  public JdkClients.Advice by(Wire wire, Workers workers) {
    return new Both(wire, workers);
  }

  /** Looks first, and for next to nothing, whether there is anything to be done. */
  private static final class Both implements JdkClients.Advice {

    private final Wire wire;
    private final Workers workers;
    private final Added added = new Added();

    Both(Wire wire, Workers workers) {
      this.wire = wire;
      this.workers = workers;
    }

    @Override
    public Object request(Object client, Object request) {
      return wire.isOpen() ? HttpRequests.of(wire, added, client, request) : request;
    }

    @Override
    public void sent(Object future) {
      if (wire.isOpen()) {
        HttpExchange.cutWithThread(workers, future);
      }
    }

    @Override
    public Object redirected(Object headers, URI from, URI to) {
      return HttpRequests.redirected(added, headers, from, to);
    }

    @Override
    public void connecting(URLConnection connection) {
      if (wire.isOpen()) {
        Connections.connecting(wire, workers, added, connection);
      }
    }

    @Override
    public void delegating(URLConnection outer, URLConnection inner) {
      ConnectionAnswers.delegating(outer, inner);
    }

    @Override
    public void ended(URLConnection connection) throws IOException {
      Connections.ended(connection);
    }

    @Override
    public void failed(URLConnection connection, Throwable failure, int status) {
      if (status >= 400) {
        ConnectionAnswers.note(connection, failure, status);
      }
    }

    @Override
    public String redirected(URLConnection connection, URL to, int number) {
      return Connections.redirected(wire, added, connection, to, number);
    }
  }
}
