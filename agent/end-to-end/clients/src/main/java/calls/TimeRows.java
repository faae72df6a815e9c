package calls;

import static calls.Trial.outcome;

import calls.Trial.Row;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import loopback.Loopback;
import loopback.Reply;

/** What requests are told of the time left, and when they end. */
final class TimeRows {

  private TimeRows() {}

  static Map<String, Row> all() {
    return Map.of(
        "deadline",
        TimeRows::deadline,
        "own time-out",
        TimeRows::ownTimeout,
        "time-out of connections",
        Trial.where(client -> client.impatient() != client, TimeRows::timeoutOfConnections),
        "time-out of connections afterwards",
        Trial.where(client -> client.impatient() != client, TimeRows::timeoutAfterwards),
        "request sent again",
        Trial.where(client -> !client.request(Trial.nowhere()).equals(""), TimeRows::sentAgain),
        "cut in flight",
        trial -> cut(trial, Reply.HANG),
        "cut while it drips",
        trial -> cut(trial, Reply.DRIP),
        "cut while it drips beside another",
        TimeRows::cutBeside);
  }

  private static String deadline(Trial trial) throws Exception {
    try (Loopback server = new Loopback(number -> number < 3 ? Trial.AWAY : Trial.OK)) {
      trial.read(trial.calls().inTime("GET", server.at("/")));
      List<Integer> left =
          server.requests().stream()
              .map(seen -> Integer.parseInt(seen.header(Trial.DEADLINE)))
              .toList();
      boolean isFalling = left.get(0) <= 3000 && left.get(2) <= left.get(1) && left.get(2) > 0;
      return isFalling ? "falling" : left.toString();
    }
  }

  private static String ownTimeout(Trial trial) throws Exception {
    try (Loopback server = new Loopback(number -> Reply.HANG)) {
      return timed(() -> trial.read(trial.calls().timedOut(server.at("/"))));
    }
  }

  private static String timeoutOfConnections(Trial trial) throws Exception {
    Trial impatient = new Trial(trial.client().impatient());
    try (Loopback server = new Loopback(number -> number == 1 ? Reply.HANG : Trial.OK)) {
      return outcome(() -> impatient.read(impatient.calls().inTime("GET", server.at("/"))));
    }
  }

  /** An answer that takes longer than the call before might have taken. */
  private static String timeoutAfterwards(Trial trial) throws Exception {
    Trial impatient = new Trial(trial.client().impatient());
    try (Loopback server =
        new Loopback(number -> number == 1 ? Trial.OK : Reply.after(600, Trial.OK))) {
      impatient.read(impatient.calls().cut(server.at("/")));
      String outcome = outcome(() -> impatient.read(impatient.calls().bare("GET", server.at("/"))));
      return outcome + ", connections " + server.connections();
    }
  }

  private static String sentAgain(Trial trial) throws Exception {
    try (Loopback server = new Loopback(number -> number == 1 ? Reply.HANG : Trial.OK)) {
      Object request = trial.client().request(server.at("/"));
      return outcome(() -> trial.read(trial.calls().sentAgain(request)));
    }
  }

  private static String cut(Trial trial, Reply reply) throws Exception {
    try (Loopback server = new Loopback(number -> reply)) {
      String timed = timed(() -> trial.read(trial.calls().cut(server.at("/"))));
      return timed + (server.isLeft() ? ", let go" : ", connections open");
    }
  }

  private static String cutBeside(Trial trial) throws Exception {
    try (Loopback server = new Loopback(number -> number == 1 ? Reply.DRIP : Trial.OK)) {
      return timed(() -> trial.read(trial.calls().cutBeside(server.at("/"), server.at("/"))));
    }
  }

  private static String timed(Callable<String> call) {
    long begun = System.nanoTime();
    String outcome = outcome(call);
    long millis = (System.nanoTime() - begun) / 1_000_000;
    return outcome + (millis >= 390 && millis < 2500 ? " in time" : " after " + millis + " ms");
  }
}
