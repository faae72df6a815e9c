package calls;

import static calls.Trial.outcome;
import static java.time.ZoneOffset.UTC;
import static java.util.Locale.ENGLISH;

import calls.Trial.Row;
import clients.Client;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import loopback.Loopback;
import loopback.Reply;

/** When the server's word is to come back later. */
final class RetryAfterRows {

  private static final DateTimeFormatter IMF = DateTimeFormatter.RFC_1123_DATE_TIME;
  private static final DateTimeFormatter RFC_850 =
      DateTimeFormatter.ofPattern("EEEE, dd-MMM-yy HH:mm:ss 'GMT'", ENGLISH);
  private static final DateTimeFormatter ASCTIME =
      DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", ENGLISH);

  /** The server's clock is years off. */
  private static final Instant NOW = Instant.parse("2001-02-13T04:05:06Z");

  private RetryAfterRows() {}

  static Map<String, Row> all() {
    Map<String, Row> rows = new TreeMap<>();
    rows.put("retry-after seconds", trial -> after(trial, "Retry-After: 1"));
    rows.put("retry-after twice", trial -> after(trial, "Retry-After: 1", "Retry-After: soon"));
    rows.put("retry-after date", trial -> after(trial, date(1, IMF)));
    rows.put("retry-after date of RFC 850", trial -> after(trial, date(1, RFC_850)));
    rows.put("retry-after date of asctime", trial -> after(trial, date(1, ASCTIME)));
    rows.put("retry-after past date", trial -> after(trial, date(-9, IMF)));
    rows.put("retry-after garbage", trial -> after(trial, "Retry-After: -1.5 parsecs"));
    rows.put("retry-after huge", trial -> after(trial, "Retry-After: 999999999"));
    rows.put("retry-after beyond numbers", trial -> after(trial, "Retry-After: " + "9".repeat(31)));
    rows.put("retry-after of 300 KB", RetryAfterRows::endless);
    rows.put(
        "retry-after thrown",
        Trial.where(Client::mayThrow, trial -> after(trial, Calls::thrown, "Retry-After: 1")));
    return rows;
  }

  private static String[] date(int seconds, DateTimeFormatter form) {
    return new String[] {
      "Date: " + IMF.format(NOW.atOffset(UTC)),
      "Retry-After: " + form.format(NOW.plusSeconds(seconds).atOffset(UTC))
    };
  }

  private static String after(Trial trial, String... headers) throws Exception {
    return after(trial, (calls, target) -> calls.retried("GET", target), headers);
  }

  private static String after(Trial trial, Trial.Sending sending, String... headers)
      throws Exception {
    Reply later = Reply.of(503, "later", headers);
    Queue<Long> arrivals = new ConcurrentLinkedQueue<>();
    try (Loopback server =
        new Loopback(
            number -> {
              arrivals.add(System.nanoTime());
              return number < 2 ? later : Trial.OK;
            })) {
      String outcome = outcome(() -> trial.read(sending.send(trial.calls(), server.at("/"))));
      return outcome + " " + wait(arrivals);
    }
  }

  /** Between the requests, so that it does not matter how long a client takes to begin. */
  private static String wait(Queue<Long> arrivals) {
    long first = arrivals.element();
    long last = first;
    for (long arrival : arrivals) {
      last = arrival;
    }
    long millis = (last - first) / 1_000_000;
    return millis < 1000 ? "at once" : millis < 4000 ? "after 1 s" : millis + " ms";
  }

  /** Clients may refuse such an answer; what matters is that the call ends. */
  private static String endless(Trial trial) throws Exception {
    Reply endless = Reply.of(503, "later", "Retry-After: " + "9".repeat(300_000));
    try (Loopback server = new Loopback(number -> endless)) {
      String outcome = outcome(() -> trial.read(trial.calls().retried("GET", server.at("/"))));
      return outcome + ", requests " + server.requests().size();
    }
  }
}
