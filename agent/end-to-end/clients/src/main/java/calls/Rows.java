package calls;

import clients.Client;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.IntFunction;
import loopback.Loopback;
import loopback.Reply;
import loopback.Request;

/** The program: prints a line for each row of the table, with what was seen at both ends. */
public final class Rows {

  private static final String KEY = "Idempotency-Key";
  private static final String DEADLINE = "Holdfast-Deadline-Ms";
  private static final Reply OK = Reply.of(200, "done");
  private static final Reply AWAY = Reply.of(503, "away");

  private final Client client;
  private final Map<String, Callable<String>> rows = new TreeMap<>();

  private Rows(Client client) {
    this.client = client;
    rows.put("key", this::key);
    rows.put("keys by target", this::keysByTarget);
    rows.put("key of a path", this::keyOfPath);
    rows.put("key of the application", this::ownKey);
    rows.put("key that cannot be sent", this::badKey);
    rows.put("deadline", this::deadline);
    rows.put("own time-out", this::ownTimeout);
    rows.put("cut in flight", () -> cut(Reply.HANG));
    rows.put("cut while it drips", () -> cut(Reply.DRIP));
    rows.put("retry-after seconds", () -> retryAfter("Retry-After: 1"));
    rows.put("retry-after date", this::retryAfterDate);
    rows.put("retry-after huge", () -> retryAfter("Retry-After: 999999999"));
    rows.put("503", () -> judged(503));
    rows.put("404", () -> judged(404));
    rows.put("marked", this::marked);
    rows.put("connections", this::connections);
    rows.put("ambiguous", this::ambiguous);
    rows.put("outside", this::outside);
    rows.put("redirect", this::redirect);
    rows.put("body once", this::bodyOnce);
  }

  /** Runs the rows of a client: its class, and how many failing calls must leak nothing. */
  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) throws Exception {
    Client client =
        Class.forName("clients." + arguments[0])
            .asSubclass(Client.class)
            .getConstructor()
            .newInstance();
    Rows rows = new Rows(client);
    for (Map.Entry<String, Callable<String>> row : rows.rows.entrySet()) {
      System.out.println(row.getKey() + " | " + row.getValue().call());
    }
    System.exit(0);
  }

  private String key() throws Exception {
    try (Loopback server = new Loopback(number -> number < 3 ? AWAY : OK)) {
      String outcome = read(calls().keyed("k-1", "POST", server.at("/pay")));
      return outcome + " " + seen(server, request -> request.header(KEY));
    }
  }

  private String keysByTarget() throws Exception {
    try (Loopback server = new Loopback(number -> number == 4 || number == 8 ? AWAY : OK)) {
      URI one = server.at("/one");
      String outcome = read(calls().several("k", one, server.at("/two"), one, one));
      return outcome + " " + seen(server, request -> request.header(KEY));
    }
  }

  private String keyOfPath() throws Exception {
    try (Loopback server = new Loopback(number -> OK)) {
      calls().byPath("17", server.at("/pay"));
      String key = server.requests().get(0).header(KEY);
      return key.matches("[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-.*") ? "UUID 8" : key;
    }
  }

  private String ownKey() throws Exception {
    try (Loopback server = new Loopback(number -> OK)) {
      read(calls().keyed("k", "POST", server.at("/pay"), KEY, "mine"));
      read(calls().keyed("k", "GET", server.at("/pay")));
      return seen(server, request -> request.header(KEY));
    }
  }

  private String badKey() throws Exception {
    try (Loopback server = new Loopback(number -> OK)) {
      Calls calls = calls();
      String outcome =
          outcome(() -> read(calls.keyed("a\r\nX: 1", "POST", server.at("/pay"))))
              + ", "
              + outcome(() -> read(calls.keyed("x".repeat(256), "POST", server.at("/pay"))));
      return outcome + ", attempts " + calls.attempts() + " " + seen(server, Request::path);
    }
  }

  private String deadline() throws Exception {
    try (Loopback server = new Loopback(number -> number < 3 ? AWAY : OK)) {
      read(calls().inTime("GET", server.at("/")));
      List<Integer> left =
          server.requests().stream().map(seen -> Integer.parseInt(seen.header(DEADLINE))).toList();
      boolean isFalling = left.get(0) <= 3000 && left.get(2) <= left.get(1) && left.get(2) > 1000;
      return isFalling ? "falling" : left.toString();
    }
  }

  private String ownTimeout() throws Exception {
    try (Loopback server = new Loopback(number -> Reply.HANG)) {
      return timed(() -> calls().timedOut(server.at("/")));
    }
  }

  private String cut(Reply reply) throws Exception {
    try (Loopback server = new Loopback(number -> reply)) {
      return timed(() -> calls().cut(server.at("/")));
    }
  }

  private String retryAfterDate() throws Exception {
    DateTimeFormatter http = DateTimeFormatter.RFC_1123_DATE_TIME;
    Instant wrong = Instant.parse("2001-02-13T04:05:06Z");
    return retryAfter(
        "Date: " + http.format(wrong.atOffset(ZoneOffset.UTC)),
        "Retry-After: " + http.format(wrong.plusSeconds(1).atOffset(ZoneOffset.UTC)));
  }

  private String retryAfter(String... headers) throws Exception {
    Reply later = Reply.of(503, "later", headers);
    try (Loopback server = new Loopback(number -> number < 2 ? later : OK)) {
      long begun = System.nanoTime();
      String outcome = read(calls().retried("GET", server.at("/")));
      long millis = (System.nanoTime() - begun) / 1_000_000;
      String wait = millis < 1000 ? "at once" : millis < 1500 ? "after 1 s" : millis + " ms";
      return outcome + " " + wait;
    }
  }

  private String judged(int status) throws Exception {
    try (Loopback server = new Loopback(number -> Reply.of(status, "number " + number))) {
      String outcome = outcome(() -> read(calls().retried("GET", server.at("/"))));
      return outcome + ", requests " + server.requests().size();
    }
  }

  private String marked() throws Exception {
    Reply marked = Reply.of(503, "away", "Holdfast-Retried: 3");
    try (Loopback server = new Loopback(number -> marked)) {
      outcome(() -> read(calls().retried("GET", server.at("/"))));
      return "requests " + server.requests().size();
    }
  }

  private String connections() throws Exception {
    int most = Integer.getInteger("calls", 1000);
    try (Loopback server = new Loopback(number -> AWAY)) {
      Calls calls = calls();
      for (int call = 0; call < most; call++) {
        outcome(() -> read(calls.retried("GET", server.at("/"))));
      }
      String requests =
          server.requests().size() == 3 * most ? "all" : "" + server.requests().size();
      int open = server.mostConnections();
      return requests + (open <= 5 ? " by a few connections" : " by " + open + " connections");
    }
  }

  private String ambiguous() throws Exception {
    URI nobody = nobody();
    Calls refused = calls();
    outcome(() -> read(refused.clearOnly(nobody)));
    return "refused "
        + refused.attempts()
        + ", unknown host "
        + attempts(calls -> calls.clearOnly(URI.create("http://nobody.invalid/")), OK)
        + ", ended "
        + attempts(Calls::clearOnly, Reply.END)
        + ", reset "
        + attempts(Calls::clearOnly, Reply.RESET)
        + ", 502 "
        + attempts(Calls::clearOnly, Reply.of(502, "bad"))
        + ", 503 "
        + attempts(Calls::clearOnly, Reply.of(503, "later", "Retry-After: 0"))
        + ", unknown failure "
        + attempts(Calls::clearOnlyThenFails, OK)
        + ", ended with a key "
        + attempts((calls, target) -> calls.clearOnlyKeyed("k", target), Reply.END);
  }

  private String outside() throws Exception {
    try (Loopback server = new Loopback(number -> OK)) {
      Calls calls = calls();
      read(calls.keyed("k", "POST", server.at("/")));
      read(calls.inTime("POST", server.at("/")));
      read(calls.bare("POST", server.at("/")));
      Request bare = server.requests().get(2);
      return bare.header(KEY) + " " + bare.header(DEADLINE);
    }
  }

  private String redirect() throws Exception {
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
      outcome(() -> read(calls().keyed("k", "POST", server.at("/first"))));
      return seen(server, request -> request.path() + " " + request.header(KEY));
    }
  }

  private String bodyOnce() throws Exception {
    if (client.once().equals("")) {
      return "no such body";
    }
    try (Loopback server = new Loopback(number -> AWAY)) {
      Calls calls = calls();
      String outcome = outcome(() -> read(calls.sentOnce(server.at("/"), client.once())));
      return outcome + ", requests " + server.requests().size();
    }
  }

  private Calls calls() {
    return new Calls(client);
  }

  private String read(Object response) throws Exception {
    return client.read(response);
  }

  /** Attempts of a call that the server always answers so. */
  private int attempts(Sending sending, Reply reply) throws Exception {
    try (Loopback server = new Loopback(number -> reply)) {
      Calls calls = calls();
      outcome(() -> read(sending.send(calls, server.at("/"))));
      return calls.attempts();
    }
  }

  private int attempts(ToNobody sending, Reply reply) throws Exception {
    return attempts((calls, target) -> sending.send(calls), reply);
  }

  private interface Sending {
    Object send(Calls calls, URI target) throws Exception;
  }

  private interface ToNobody {
    Object send(Calls calls) throws Exception;
  }

  private static String outcome(Callable<String> call) {
    try {
      return call.call();
    } catch (Exception failure) {
      return failure.getClass().getSimpleName();
    }
  }

  private static String timed(Callable<String> call) {
    long begun = System.nanoTime();
    String outcome = outcome(call);
    long millis = (System.nanoTime() - begun) / 1_000_000;
    return outcome + (millis >= 390 && millis < 900 ? " in time" : " after " + millis + " ms");
  }

  private static String seen(Loopback server, Function<Request, String> what) {
    return server.requests().stream().map(what).toList().toString();
  }

  private static URI nobody() throws IOException {
    try (ServerSocket gone = new ServerSocket(0)) {
      return URI.create("http://127.0.0.1:" + gone.getLocalPort() + "/");
    }
  }
}
