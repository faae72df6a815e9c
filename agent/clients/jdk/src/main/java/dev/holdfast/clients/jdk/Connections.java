package dev.holdfast.clients.jdk;

import dev.holdfast.core.call.Interruption;
import dev.holdfast.core.call.Workers;
import dev.holdfast.core.wire.Outgoing;
import dev.holdfast.core.wire.Wire;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Connections of {@code HttpURLConnection}, which ignore interrupts: time-outs end them. */
final class Connections {

  private static final Logger LOG = LoggerFactory.getLogger(Connections.class);

  /** A body whose stream another thread closes may look as if it had ended. */
  private static final Set<URLConnection> CUT =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  private Connections() {}

  /** A connection is about to be made. */
  static void connecting(Wire wire, Workers workers, Added added, URLConnection connection) {
    if (!(connection instanceof HttpURLConnection http) || isDone(wire, added, http)) {
      return;
    }
    URL url = http.getURL();
    Outgoing outgoing =
        wire.begin(method(http), url.getHost(), url.getPath(), http::getRequestProperty);
    if (outgoing == null) {
      return;
    }
    try {
      for (Outgoing.Header header : outgoing.headers()) {
        http.setRequestProperty(header.name(), added.own(header));
      }
    } catch (IllegalStateException connectedByItself) {
      LOG.debug("a connection takes no more headers", connectedByItself);
    }
    if (outgoing.isLimited()) {
      http.setConnectTimeout(outgoing.timeoutMillis(own(http.getConnectTimeout(), "Connect")));
      http.setReadTimeout(outgoing.timeoutMillis(own(http.getReadTimeout(), "Read")));
      Interruption.alsoCut(http, cut -> disconnect(workers, cut));
    }
  }

  /** Where a connection has no time-out of its own, the JVM may have one for all. */
  private static int own(int millis, String which) {
    return millis > 0
        ? millis
        : Integer.getInteger("sun.net.client.default" + which + "Timeout", 0);
  }

  /** One method of a connection calls another one of those that ask. */
  private static boolean isDone(Wire wire, Added added, HttpURLConnection connection) {
    return added.contains(connection.getRequestProperty(wire.keyHeader()))
        || added.contains(connection.getRequestProperty(Wire.DEADLINE));
  }

  /** A connection that is going to write a body makes itself a POST later. */
  private static String method(HttpURLConnection connection) {
    String method = connection.getRequestMethod();
    return method.equals("GET") && connection.getDoOutput() ? "POST" : method;
  }

  /** An answer that drips never runs into a time-out. */
  private static void disconnect(Workers workers, HttpURLConnection connection) {
    try {
      workers.execute(
          () -> {
            CUT.add(connection);
            connection.disconnect();
          });
    } catch (RejectedExecutionException noThread) {
      LOG.debug("a connection could not be cut", noThread);
    }
  }

  /** The body has ended; throws if it seems so only, because its connection was closed here. */
  static void ended(URLConnection connection) throws IOException {
    if (CUT.contains(connection)) {
      throw new IOException("the answer was cut at the deadline");
    }
  }

  /** The name of a header of ours that must not go to where a connection is redirected. */
  static String redirected(Wire wire, Added added, URLConnection connection, URL to, int number) {
    if (Redirects.staysAt(connection.getURL().getHost(), to.getHost())) {
      return "";
    }
    String name = number == 0 ? wire.keyHeader() : Wire.DEADLINE;
    String value = connection.getRequestProperty(name);
    if (!added.contains(value)) {
      return "";
    }
    added.withhold(value);
    return name;
  }
}
