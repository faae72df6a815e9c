package calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testkit.ForkedJvm;
import dev.holdfast.testkit.Jdk;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What every client does inside of guarded calls, as a program under the agent's jar sees it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ClientContract {

  private static final String NOT_SO = "-";

  private final Map<String, String> rows = new LinkedHashMap<>();

  /** The class in the package {@code clients}. */
  abstract String client();

  /** The folder of its libraries, below {@code target}; tells generations of a library apart. */
  String libraries() {
    return "libraries";
  }

  /** Whether it also throws answers, and how that is called: empty if not. */
  String thrown(int status) {
    return "";
  }

  /** Whether it speaks HTTP/2. */
  boolean speaksHttp2() {
    return false;
  }

  /** Where its redirects lead, and by which key. */
  String redirected() {
    return "[/first k, /same k, /other -]";
  }

  /**
   * In what it wraps a refusal, which is tried again then; empty: it throws refusals as they are.
   */
  String wrapped() {
    return "";
  }

  /**
   * Whether it lets go of a connection by which an answer drips, when its thread is interrupted.
   */
  boolean letsAnswersGo() {
    return true;
  }

  /** Whether it can be given a body that can be read once. */
  boolean sendsBodiesOnce() {
    return false;
  }

  /** Whether its connections may have a time-out that its requests do not. */
  boolean hasTimeoutOfConnections() {
    return false;
  }

  /** Whether it changes the request that it is given. */
  boolean changesRequests() {
    return false;
  }

  /** Attempts where all connections of its pool are in use. */
  int attemptsWithoutConnection() {
    return 0;
  }

  /** Attempts where the connection goes away and says that it has not seen the request. */
  int attemptsAboveGoAway() {
    return 3;
  }

  /** What a number of 31 digits in {@code Retry-After} comes to. */
  String beyondNumbers() {
    return "503 later at once";
  }

  /** How many failing calls must leak nothing: 500 unless {@code -Dholdfast.clients.calls}. */
  private static int calls() {
    return Integer.getInteger("holdfast.clients.calls", 500);
  }

  @BeforeAll
  void run() throws Exception {
    ForkedJvm.Result result =
        ForkedJvm.of(Jdk.own())
            .withAgent()
            .withOptions("-Dcalls=" + calls(), "-Dholdfast.budget.default=off")
            .withOptions("-Dholdfast.log=error", "-Dsun.net.client.defaultReadTimeout=1000")
            .withOptions(Certificates.options())
            .withClassPath(program())
            .withClassPath(jars())
            .run("calls.Rows", client());
    assertThat(result.err()).doesNotContain("WARN  unwoven").doesNotContain("stays as it");
    result
        .out()
        .lines()
        .map(line -> line.split(" \\| ", 2))
        .forEach(row -> rows.put(row[0], row.length == 1 ? "" : row[1]));
    assertThat(result.exitCode()).as(result.err()).isZero();
    Table.add(getClass().getSimpleName().replace("IT", ""), rows);
  }

  @Test
  void sendsTheSameKeyByEveryAttempt() {
    assertThat(rows)
        .containsEntry("key", "200 done [k-1, k-1, k-1]")
        .containsEntry("key by TLS", "200 done [k-1, k-1, k-1]")
        .containsEntry("key past an interceptor", "200 done [k, k, k]")
        .containsEntry("key of the library's own retry", "200 done [k, k, k]");
  }

  @Test
  void numbersKeysByTargetAlikeInEveryAttempt() {
    assertThat(rows)
        .containsEntry(
            "keys by target", "200 done [k, k-2, k-3, k-4, k, k-2, k-3, k-4, k, k-2, k-3, k-4]");
  }

  @Test
  void sendsWhatIsMadeOfAKeyThatIsNotMeantForOthers() {
    assertThat(rows).containsEntry("key of a path", "UUID 8");
  }

  @Test
  void leavesTheKeyOfTheApplicationAndOtherMethodsAlone() {
    assertThat(rows).containsEntry("key of the application", "[mine, -]");
  }

  @Test
  void refusesAKeyThatCannotBeSentAndSendsNothing() {
    boolean isWrapped = !wrapped().isEmpty();
    String refused = ((isWrapped ? wrapped() : "CallRefusedException") + " ").repeat(3);
    assertThat(rows)
        .containsEntry(
            "key that cannot be sent", refused + (isWrapped ? "attempts 9 []" : "attempts 3 []"));
  }

  @Test
  void tellsWhatIsLeftOfTheDeadline() {
    assertThat(rows).containsEntry("deadline", "falling");
  }

  @Test
  void shrinksItsOwnTimeoutToWhatIsLeft() {
    assertThat(rows).containsEntry("own time-out", "DeadlineExceededException in time");
  }

  @Test
  void leavesTimeoutsOfConnectionsThatAreShorterAndPutsOthersBack() {
    boolean has = hasTimeoutOfConnections();
    assertThat(rows)
        .containsEntry("time-out of connections", has ? "200 done" : NOT_SO)
        .containsEntry(
            "time-out of connections afterwards", has ? "200 done, connections 1" : NOT_SO);
  }

  @Test
  void sendsARequestThatWasCutAgain() {
    assertThat(rows).containsEntry("request sent again", changesRequests() ? "200 done" : NOT_SO);
  }

  @Test
  void isCutInFlightAtTheDeadlineAndLetsTheConnectionGo() {
    assertThat(rows)
        .containsEntry("cut in flight", "DeadlineExceededException in time, let go")
        .containsEntry(
            "cut while it drips",
            "DeadlineExceededException in time, "
                + (letsAnswersGo() ? "let go" : "connections open"))
        .containsEntry("cut while it drips beside another", "DeadlineExceededException in time");
  }

  @Test
  void obeysRetryAfterInEachOfItsForms() {
    assertThat(rows)
        .containsEntry("retry-after seconds", "200 done after 1 s")
        .containsEntry("retry-after twice", "200 done after 1 s")
        .containsEntry("retry-after date", "200 done after 1 s")
        .containsEntry("retry-after date of RFC 850", "200 done after 1 s")
        .containsEntry("retry-after date of asctime", "200 done after 1 s")
        .containsEntry("retry-after thrown", thrown(503).isEmpty() ? NOT_SO : "done after 1 s");
  }

  @Test
  void ignoresARetryAfterThatDemandsNothing() {
    assertThat(rows)
        .containsEntry("retry-after past date", "200 done at once")
        .containsEntry("retry-after garbage", "200 done at once");
  }

  @Test
  void failsAtOnceWhereTheServerAsksForTooMuch() {
    assertThat(rows)
        .containsEntry("retry-after huge", "503 later at once")
        .containsEntry("retry-after beyond numbers", beyondNumbers());
    assertThat(rows.get("retry-after of 300 KB")).matches("503 later, requests 1|.*, requests 3");
  }

  @Test
  void judgesResponsesReturnedOrThrown() {
    assertThat(rows)
        .containsEntry("503", "503 number 3, requests 3")
        .containsEntry("404", "404 number 1, requests 1")
        .containsEntry("503 thrown", thrown(503, 3))
        .containsEntry("404 thrown", thrown(404, 1))
        .containsEntry("marked", "requests 1");
  }

  private String thrown(int status, int requests) {
    return thrown(status).isEmpty() ? NOT_SO : thrown(status) + ", requests " + requests;
  }

  @Test
  void leaksNoConnection() {
    Matcher counts =
        Pattern.compile("(.*) calls, (.*) requests, .* connections made, (.*) open at most")
            .matcher(rows.get("connections"));
    assertThat(counts.matches()).as(rows.get("connections")).isTrue();
    assertThat(counts.group(1)).isEqualTo(Integer.toString(calls()));
    assertThat(counts.group(2)).isEqualTo(Integer.toString(3 * calls()));
    assertThat(Integer.parseInt(counts.group(3))).isLessThanOrEqualTo(5);
  }

  @Test
  void triesAgainWhatSurelyHadNoEffect() {
    assertThat(attempts("none: refused")).isEqualTo(3);
    assertThat(attempts("none: unknown host")).isEqualTo(3);
    assertThat(attempts("none: TLS handshake")).isEqualTo(3);
    assertThat(attempts("none: untrusted")).isEqualTo(3);
    assertThat(attempts("none: pool")).isEqualTo(attemptsWithoutConnection());
    assertThat(attempts("none: 503 with Retry-After")).isEqualTo(3);
    assertThat(attempts("perhaps, with a key: ended")).isEqualTo(3);
    assertThat(attempts("perhaps, with a key by hand: ended")).isEqualTo(3);
  }

  @Test
  void doesNotTryAgainWhatMayHaveHadItsEffect() {
    assertThat(attempts("perhaps: ended")).isEqualTo(1);
    assertThat(attempts("perhaps: reset")).isEqualTo(1);
    assertThat(attempts("perhaps: silent")).isEqualTo(1);
    assertThat(attempts("perhaps: 502")).isEqualTo(1);
    assertThat(attempts("perhaps: unknown")).isEqualTo(1);
    assertThat(attempts("perhaps, with a key: redirected")).isEqualTo(1);
    assertThat(attempts("perhaps, with a key further in: ended")).isEqualTo(1);
  }

  @Test
  void doesAllThatByHttp2() {
    assertThat(rows).containsEntry("HTTP/2", speaksHttp2() ? "200, key in 3 of 3" : NOT_SO);
    assertThat(attempts("HTTP/2 none: refused stream")).isEqualTo(speaksHttp2() ? 3 : 0);
    assertThat(attempts("HTTP/2 none: above GOAWAY"))
        .isEqualTo(speaksHttp2() ? attemptsAboveGoAway() : 0);
    assertThat(attempts("HTTP/2 perhaps: reset")).isEqualTo(speaksHttp2() ? 1 : 0);
  }

  /** At the start of a row, before what the call came to. */
  private int attempts(String row) {
    String seen = Objects.requireNonNull(rows.get(row), row);
    return seen.equals(NOT_SO) ? 0 : Integer.parseInt(seen.substring(0, seen.indexOf(' ')));
  }

  @Test
  void addsNothingOutsideOfGuardedCalls() {
    assertThat(rows).containsEntry("outside", "- -");
  }

  @Test
  void sendsNothingOfOursToAnotherHost() {
    assertThat(rows).containsEntry("redirect", redirected());
  }

  @Test
  void noticesABodyThatCannotBeSentTwice() {
    String refused = "CallRefusedException, requests 1";
    assertThat(rows)
        .containsEntry("body once", sendsBodiesOnce() ? refused : NOT_SO)
        .containsEntry("body once further in", sendsBodiesOnce() ? refused : NOT_SO);
    assertThat(attempts("body once: refused")).isEqualTo(sendsBodiesOnce() ? 3 : 0);
  }

  private static Path program() throws URISyntaxException {
    return Path.of(Rows.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private Path[] jars() throws IOException {
    Path folder = Path.of(System.getProperty("holdfast.clients"), libraries());
    if (!Files.isDirectory(folder)) {
      return new Path[0];
    }
    try (Stream<Path> jars = Files.list(folder)) {
      return jars.sorted().toArray(Path[]::new);
    }
  }
}
