package calls;

import static calls.Trial.AWAY;
import static calls.Trial.KEY;
import static calls.Trial.OK;
import static calls.Trial.outcome;
import static calls.Trial.seen;

import calls.Trial.Row;
import java.net.URI;
import java.util.Map;
import java.util.function.IntFunction;
import loopback.Loopback;
import loopback.Reply;
import loopback.Request;
import loopback.Tls;

/** Which keys arrive. */
final class KeyRows {

  private KeyRows() {}

  static Map<String, Row> all() {
    return Map.of(
        "key", KeyRows::key,
        "key of the library's own retry", KeyRows::repeated,
        "key by TLS", KeyRows::keyByTls,
        "key past an interceptor", KeyRows::rerouted,
        "keys by target", KeyRows::keysByTarget,
        "key of a path", KeyRows::keyOfPath,
        "key of the application", KeyRows::ownKey,
        "key that cannot be sent", KeyRows::badKey,
        "outside", KeyRows::outside,
        "redirect", KeyRows::redirect);
  }

  private static String key(Trial trial) throws Exception {
    try (Loopback server = new Loopback(KeyRows::third)) {
      return paid(trial, server);
    }
  }

  private static String keyByTls(Trial trial) throws Exception {
    try (Loopback server = Loopback.secured(Tls.trusted(), KeyRows::third)) {
      return paid(trial, server);
    }
  }

  private static Reply third(int number) {
    return number < 3 ? AWAY : OK;
  }

  private static String paid(Trial trial, Loopback server) throws Exception {
    String outcome = trial.read(trial.calls().keyed("k-1", "POST", server.at("/pay")));
    return outcome + " " + seen(server, request -> request.header(KEY));
  }

  private static String repeated(Trial trial) throws Exception {
    Trial repeating = new Trial(trial.client().repeating());
    try (Loopback server = new Loopback(number -> number < 3 ? Reply.END : OK)) {
      Calls calls = repeating.calls();
      String outcome = repeating.read(calls.keyed("k", "POST", server.at("/pay")));
      return outcome + " " + seen(server, request -> request.header(KEY));
    }
  }

  private static String rerouted(Trial trial) throws Exception {
    Trial rerouting = new Trial(trial.client().rerouting());
    try (Loopback server = new Loopback(KeyRows::third)) {
      String outcome = rerouting.read(rerouting.calls().keyed("k", "POST", server.at("/pay")));
      return outcome + " " + seen(server, request -> request.header(KEY));
    }
  }

  private static String keysByTarget(Trial trial) throws Exception {
    try (Loopback server = new Loopback(number -> number == 4 || number == 8 ? AWAY : OK)) {
      URI one = server.at("/one");
      String outcome = trial.read(trial.calls().several("k", one, server.at("/two"), one, one));
      return outcome + " " + seen(server, request -> request.header(KEY));
    }
  }

  private static String keyOfPath(Trial trial) throws Exception {
    try (Loopback server = new Loopback(number -> OK)) {
      trial.read(trial.calls().byPath("17", server.at("/pay")));
      String key = server.requests().get(0).header(KEY);
      return key.matches("[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-.*") ? "UUID 8" : key;
    }
  }

  private static String ownKey(Trial trial) throws Exception {
    try (Loopback server = new Loopback(number -> OK)) {
      trial.read(trial.calls().keyed("k", "POST", server.at("/pay"), KEY, "mine"));
      trial.read(trial.calls().keyed("k", "GET", server.at("/pay")));
      return seen(server, request -> request.header(KEY));
    }
  }

  private static String badKey(Trial trial) throws Exception {
    try (Loopback server = new Loopback(number -> OK)) {
      Calls calls = trial.calls();
      StringBuilder outcomes = new StringBuilder();
      for (String key : new String[] {"a\r\nX: 1", "\u00fc", "x".repeat(256)}) {
        outcomes.append(outcome(() -> trial.read(calls.keyed(key, "POST", server.at("/pay")))));
        outcomes.append(' ');
      }
      return outcomes + "attempts " + calls.attempts() + " " + seen(server, Request::path);
    }
  }

  private static String outside(Trial trial) throws Exception {
    try (Loopback server = new Loopback(number -> OK)) {
      Calls calls = trial.calls();
      trial.read(calls.keyed("k", "POST", server.at("/")));
      trial.read(calls.inTime("POST", server.at("/")));
      trial.read(calls.bare("POST", server.at("/")));
      Request bare = server.requests().get(2);
      return bare.header(KEY) + " " + bare.header(Trial.DEADLINE);
    }
  }

  private static String redirect(Trial trial) throws Exception {
    Loopback[] self = new Loopback[1];
    IntFunction<Reply> replies =
        number ->
            switch (number) {
              case 1 -> Reply.of(307, "", "Location: /same");
              case 2 -> Reply.of(307, "", "Location: " + self[0].elsewhere("/other"));
              default -> OK;
            };
    try (Loopback server = new Loopback(replies)) {
      self[0] = server;
      outcome(() -> trial.read(trial.calls().keyed("k", "POST", server.at("/first"))));
      return seen(server, request -> request.path() + " " + request.header(KEY));
    }
  }
}
