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
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What every client does inside of guarded calls, as a program under the agent's jar sees it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ClientContract {

  private final Map<String, String> rows = new LinkedHashMap<>();

  /** The class in the package {@code clients}. */
  abstract String client();

  /** The folder of its libraries, below {@code target}. */
  String libraries() {
    return "libraries";
  }

  /** What becomes of a response that no attempt follows: it is returned. */
  String answered(int status, String body) {
    return status + " " + body;
  }

  /** How many failing calls must leak nothing: 1,000 unless {@code -Dholdfast.clients.calls}. */
  private static String calls() {
    return "-Dcalls=" + Integer.getInteger("holdfast.clients.calls", 1000);
  }

  @BeforeAll
  void run() throws Exception {
    ForkedJvm.Result result =
        ForkedJvm.of(Jdk.own())
            .withAgent()
            .withOptions(calls(), "-Dholdfast.budget.default=off", "-Dholdfast.log=error")
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
    Table.add(client(), rows);
  }

  @Test
  void sendsTheSameKeyByEveryAttempt() {
    assertThat(rows).containsEntry("key", "200 done [k-1, k-1, k-1]");
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
    assertThat(rows)
        .containsEntry(
            "key that cannot be sent", "CallRefusedException, CallRefusedException, attempts 2 []");
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
  void isCutInFlightAtTheDeadline() {
    assertThat(rows)
        .containsEntry("cut in flight", "DeadlineExceededException in time")
        .containsEntry("cut while it drips", "DeadlineExceededException in time");
  }

  @Test
  void obeysRetryAfter() {
    assertThat(rows)
        .containsEntry("retry-after seconds", "200 done after 1 s")
        .containsEntry("retry-after date", "200 done after 1 s");
  }

  @Test
  void failsAtOnceWhereTheServerAsksForTooMuch() {
    assertThat(rows).containsEntry("retry-after huge", answered(503, "later") + " at once");
  }

  @Test
  void judgesResponses() {
    assertThat(rows)
        .containsEntry("503", answered(503, "number 3") + ", requests 3")
        .containsEntry("404", answered(404, "number 1") + ", requests 1")
        .containsEntry("marked", "requests 1");
  }

  @Test
  void leaksNoConnection() {
    assertThat(rows).containsEntry("connections", "all by a few connections");
  }

  @Test
  void tellsWhetherACallMayHaveHadItsEffect() {
    assertThat(rows)
        .containsEntry(
            "ambiguous",
            "refused 3, unknown host 3, ended 1, reset 1, 502 1, 503 3, unknown failure 1,"
                + " ended with a key 3");
  }

  @Test
  void addsNothingOutsideOfGuardedCalls() {
    assertThat(rows).containsEntry("outside", "- -");
  }

  @Test
  void sendsNothingOfOursToAnotherHost() {
    assertThat(rows).containsEntry("redirect", "[/first k, /same k, /other -]");
  }

  @Test
  void noticesABodyThatCannotBeSentTwice() {
    assertThat(rows).containsEntry("body once", bodyOnce());
  }

  /** What becomes of a body that can be read once, when a second attempt sends it. */
  String bodyOnce() {
    return "CallRefusedException, requests 1";
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
