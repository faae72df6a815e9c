package calls;

import static calls.Trial.OK;
import static calls.Trial.outcome;

import calls.Trial.Row;
import clients.Client;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import loopback.Http2Loopback;
import loopback.Http2Reply;
import loopback.Loopback;
import loopback.Reply;
import loopback.Tls;

/**
 * Whether a call may have had its effect: where {@code retryAmbiguous = false}, three attempts tell
 * that it surely had none, one that it may have had it.
 */
final class FateRows {

  private FateRows() {}

  static Map<String, Row> all() {
    Map<String, Row> rows = new TreeMap<>();
    rows.put("none: refused", trial -> trial.attempts(Calls::clearOnly, Trial.nobody()));
    rows.put(
        "none: unknown host",
        trial -> trial.attempts(Calls::clearOnly, URI.create("http://nobody.invalid/")));
    rows.put("none: TLS handshake", FateRows::handshake);
    rows.put("none: untrusted", FateRows::untrusted);
    rows.put("none: pool", FateRows::pool);
    rows.put("none: 503 with Retry-After", answered(503, "Retry-After: 0"));
    rows.put("perhaps: ended", trial -> trial.attempts(Calls::clearOnly, Reply.END));
    rows.put("perhaps: reset", trial -> trial.attempts(Calls::clearOnly, Reply.RESET));
    rows.put("perhaps: silent", trial -> trial.attempts(Calls::clearOnly, Reply.HANG));
    rows.put("perhaps: 502", answered(502));
    rows.put("perhaps: unknown", trial -> trial.attempts(Calls::clearOnlyThenFails, OK));
    rows.put("perhaps, with a key: ended", FateRows::keyed);
    rows.put("perhaps, with a key by hand: ended", FateRows::keyedByHand);
    rows.put("perhaps, with a key: redirected", FateRows::redirected);
    rows.put(
        "perhaps, with a key further in: ended",
        trial -> trial.attempts(Calls::clearOnlyAround, Reply.END));
    rows.put("HTTP/2 none: refused stream", refused(Http2Reply.REFUSED_STREAM));
    rows.put("HTTP/2 none: above GOAWAY", refused(Http2Reply.GOAWAY));
    rows.put("HTTP/2 perhaps: reset", refused(Http2Reply.CANCEL));
    rows.put("HTTP/2", Trial.where(Client::speaksHttp2, FateRows::http2));
    return rows;
  }

  private static Row answered(int status, String... headers) {
    return trial -> trial.attempts(Calls::clearOnly, Reply.of(status, "bad", headers));
  }

  private static String handshake(Trial trial) throws Exception {
    try (Loopback server = Loopback.secured(Tls.without(), number -> OK)) {
      return trial.attempts(Calls::clearOnly, server.at("/"));
    }
  }

  private static String untrusted(Trial trial) throws Exception {
    try (Loopback server = Loopback.secured(Tls.untrusted(), number -> OK)) {
      return trial.attempts(Calls::clearOnly, server.at("/"));
    }
  }

  private static String keyed(Trial trial) throws Exception {
    return trial.attempts((calls, target) -> calls.clearOnlyKeyed("k", target), Reply.END);
  }

  private static String keyedByHand(Trial trial) throws Exception {
    return trial.attempts((calls, target) -> calls.clearOnlyByHand("k", target), Reply.END);
  }

  /** To another host, where it is done without the key. */
  private static String redirected(Trial trial) throws Exception {
    Loopback[] self = new Loopback[1];
    IntFunction<Reply> replies =
        number ->
            number == 1 ? Reply.of(307, "", "Location: " + self[0].elsewhere("/other")) : Reply.END;
    try (Loopback server = new Loopback(replies)) {
      self[0] = server;
      return trial.attempts(
          (calls, target) -> calls.clearOnlyKeyed("k", target), server.at("/first"));
    }
  }

  /** All connections that the client may have are in use. */
  private static String pool(Trial trial) throws Exception {
    if (trial.client().connections() == 0) {
      return "-";
    }
    try (Loopback server = new Loopback(number -> OK)) {
      List<Object> unread = new ArrayList<>();
      for (int count = 0; count < trial.client().connections(); count++) {
        unread.add(trial.calls().bare("GET", server.at("/")));
      }
      String attempts = trial.attempts(Calls::clearOnly, server.at("/"));
      for (Object response : unread) {
        outcome(() -> trial.read(response));
      }
      return attempts;
    }
  }

  private static Row refused(Http2Reply reply) {
    return Trial.where(
        Client::speaksHttp2,
        trial -> {
          try (Http2Loopback server = new Http2Loopback(Tls.trusted(), number -> reply)) {
            return trial.attempts(Calls::clearOnly, server.at("/"));
          }
        });
  }

  /** A key of characters that no client writes in fewer bits, so that it can be looked for. */
  private static String http2(Trial trial) throws Exception {
    String key = "~{~1~}~^~";
    try (Http2Loopback server =
        new Http2Loopback(
            Tls.trusted(), number -> number < 3 ? Http2Reply.UNAVAILABLE : Http2Reply.OK)) {
      String outcome = trial.read(trial.calls().keyed(key, "POST", server.at("/")));
      long carrying = server.heads().stream().filter(head -> head.contains(key)).count();
      return outcome.strip() + ", key in " + carrying + " of " + server.heads().size();
    }
  }
}
