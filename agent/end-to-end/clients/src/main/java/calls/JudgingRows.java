package calls;

import static calls.Trial.AWAY;
import static calls.Trial.outcome;

import calls.Trial.Row;
import clients.Client;
import java.net.URI;
import java.util.Map;
import loopback.Loopback;
import loopback.Reply;

/** How answers are judged, and what becomes of those that nobody gets. */
final class JudgingRows {

  private JudgingRows() {}

  static Map<String, Row> all() {
    return Map.of(
        "503",
        trial -> judged(trial, 503),
        "404",
        trial -> judged(trial, 404),
        "503 thrown",
        Trial.where(Client::mayThrow, trial -> thrown(trial, 503)),
        "404 thrown",
        Trial.where(Client::mayThrow, trial -> thrown(trial, 404)),
        "marked",
        JudgingRows::marked,
        "connections",
        JudgingRows::connections,
        "body once",
        Trial.where(JudgingRows::hasOnce, trial -> bodyOnce(trial, Calls::sentOnce)),
        "body once further in",
        Trial.where(JudgingRows::hasOnce, trial -> bodyOnce(trial, Calls::sentOnceAround)),
        "body once: refused",
        Trial.where(JudgingRows::hasOnce, JudgingRows::refusedOnce));
  }

  private static String judged(Trial trial, int status) throws Exception {
    return judged(trial, status, (calls, target) -> calls.retried("GET", target));
  }

  private static String thrown(Trial trial, int status) throws Exception {
    return judged(trial, status, Calls::thrown);
  }

  private static String judged(Trial trial, int status, Trial.Sending sending) throws Exception {
    try (Loopback server = new Loopback(number -> Reply.of(status, "number " + number))) {
      String outcome = outcome(() -> trial.read(sending.send(trial.calls(), server.at("/"))));
      return outcome + ", requests " + server.requests().size();
    }
  }

  private static String marked(Trial trial) throws Exception {
    Reply marked = Reply.of(503, "away", "Holdfast-Retried: 3");
    try (Loopback server = new Loopback(number -> marked)) {
      outcome(() -> trial.read(trial.calls().retried("GET", server.at("/"))));
      return "requests " + server.requests().size();
    }
  }

  /** Every other one is thrown where the client throws. */
  private static String connections(Trial trial) throws Exception {
    int most = Integer.getInteger("calls", 500);
    try (Loopback server = new Loopback(number -> AWAY)) {
      Calls calls = trial.calls();
      for (int call = 0; call < most; call++) {
        boolean throwing = trial.client().mayThrow() && call % 2 == 0;
        Trial.Sending sending = throwing ? Calls::thrown : Calls::retriedAtOnce;
        outcome(() -> trial.read(sending.send(calls, server.at("/"))));
      }
      int requests = server.requests().size();
      return "%s calls, %s requests, %s connections made, %s open at most"
          .formatted(most, requests, server.connections(), server.mostConnections());
    }
  }

  private static boolean hasOnce(Client client) {
    return !client.once().equals("");
  }

  private interface SendingOnce {
    Object send(Calls calls, URI target, Object body) throws Exception;
  }

  private static String bodyOnce(Trial trial, SendingOnce sending) throws Exception {
    try (Loopback server = new Loopback(number -> AWAY)) {
      Object body = trial.client().once();
      String outcome = outcome(() -> trial.read(sending.send(trial.calls(), server.at("/"), body)));
      return outcome + ", requests " + server.requests().size();
    }
  }

  /** Nobody is there who could read it. */
  private static String refusedOnce(Trial trial) throws Exception {
    Object body = trial.client().once();
    return trial.attempts((calls, target) -> calls.sentOnce(target, body), Trial.nobody());
  }
}
