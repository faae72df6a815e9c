package calls;

import clients.Client;
import clients.JavaNetHttpAsync;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Predicate;
import loopback.Loopback;
import loopback.Reply;
import loopback.Request;

/**
 * A client, and what all rows do with it.
 *
 * @param client the one that the table's column is about
 */
record Trial(Client client) {

  static final String KEY = "Idempotency-Key";
  static final String DEADLINE = "Holdfast-Deadline-Ms";
  static final Reply OK = Reply.of(200, "done");
  static final Reply AWAY = Reply.of(503, "away");

  private static final String NO_SUCH_WAY = "-";

  /** What is in a row of the table. */
  interface Row {
    String of(Trial trial) throws Exception;
  }

  /** A call that is sent to a server. */
  interface Sending {
    Object send(Calls calls, URI target) throws Exception;
  }

  /** Of the client, with no attempt made yet. */
  Calls calls() {
    return client instanceof JavaNetHttpAsync futures
        ? new FutureCalls(futures)
        : new DirectCalls(client);
  }

  /** The status of a response and its body, or a text as it is; futures are waited for. */
  String read(Object answer) throws Exception {
    Object settled = answer instanceof Future<?> future ? settled(future) : answer;
    return settled instanceof String text ? text : client.read(settled);
  }

  /** A row of clients that can do something. */
  static Row where(Predicate<Client> able, Row row) {
    return trial -> able.test(trial.client) ? row.of(trial) : NO_SUCH_WAY;
  }

  /** What a call comes to: what it answers, or the name of what it throws. */
  static String outcome(Callable<String> call) {
    try {
      return call.call();
    } catch (Exception failure) {
      return failure.getClass().getSimpleName();
    }
  }

  /** Attempts of a call that the server always answers so. */
  String attempts(Sending sending, Reply reply) throws Exception {
    try (Loopback server = new Loopback(number -> reply)) {
      return attempts(sending, server.at("/"));
    }
  }

  /** Attempts of a call. */
  String attempts(Sending sending, URI target) {
    Calls calls = calls();
    String outcome = outcome(() -> read(sending.send(calls, target)));
    return calls.attempts() + " (" + outcome + ")";
  }

  /** Where no server listens. */
  static URI nobody() throws IOException {
    try (ServerSocket gone = new ServerSocket(0)) {
      return URI.create("http://127.0.0.1:" + gone.getLocalPort() + "/");
    }
  }

  /** Where nobody sends anything. */
  static URI nowhere() {
    return URI.create("http://127.0.0.1/");
  }

  /** Something of each request that arrived. */
  static String seen(Loopback server, Function<Request, String> what) {
    return server.requests().stream().map(what).toList().toString();
  }

  private static Object settled(Future<?> future) throws Exception {
    try {
      return future.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw failed;
    }
  }
}
