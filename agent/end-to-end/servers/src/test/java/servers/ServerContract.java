package servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testkit.Jdk;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import servers.Desk.Answer;

/** What every server does for guarded calls that are made while it serves. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ServerContract {

  private static final String KEY = "Idempotency-Key";
  private static final String DEADLINE = "Holdfast-Deadline-Ms";

  private final Jdk jdk;
  private final String name;
  private final Class<?> program;
  private final String libraries;
  private final String prefix;
  private final Desk desk;

  ServerContract(String name, Class<?> program, String libraries) throws Exception {
    this(Jdk.own(), name, program, libraries, "");
  }

  /**
   * @param prefix before all paths
   */
  ServerContract(Jdk jdk, String name, Class<?> program, String libraries, String prefix)
      throws Exception {
    this.jdk = jdk;
    this.name = name;
    this.program = program;
    this.libraries = libraries;
    this.prefix = prefix;
    desk = Desk.start(jdk, program, libraries, prefix);
  }

  @BeforeAll
  void isWarm() throws Exception {
    assertThat(desk.ask("/left").status()).isEqualTo(200);
  }

  @AfterAll
  void stop() {
    desk.close();
  }

  @Test
  void handsTheKeyToTheGuardedCall() throws Exception {
    Answer first = desk.ask("/charge?5", KEY, "one");
    Answer again = desk.ask("/charge?5", KEY, "one");
    Answer quoted = desk.ask("/charge?5", KEY, "\"one\"");

    assertThat(first.text()).startsWith("5 charged, number ");
    assertThat(again).isEqualTo(first);
    assertThat(quoted).isEqualTo(first);
    found("key, bare and quoted", "one effect, one answer");
  }

  @Test
  void handsAnyHeaderThatIsNamedToTheGuardedCall() throws Exception {
    Answer first = desk.ask("/order?5", "X-Order", "one");
    Answer again = desk.ask("/order?5", "x-order", "one");
    Answer missing = desk.ask("/order?5", KEY, "one");

    assertThat(first.text()).startsWith("5 ordered, number ");
    assertThat(again).isEqualTo(first);
    assertThat(missing).isEqualTo(Answer.refused(400, "Idempotency-Key is missing"));
    found("key by a header of another name", "one effect, one answer");
  }

  @Test
  void answersAMissingKey() throws Exception {
    Answer missing = desk.ask("/charge?5");
    Answer contradicted = desk.ask("/charge?5", KEY, "two", KEY, "three");

    assertThat(missing).isEqualTo(Answer.refused(400, "Idempotency-Key is missing"));
    assertThat(contradicted).isEqualTo(missing);
    found("key missing, or two of them", "400");
  }

  @Test
  void answersAKeyInFlight() throws Exception {
    CompletableFuture<Answer> first = desk.askLater("/slow", KEY, "slow");
    while (desk.ask("/slow-calls").text().equals("0")) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    Answer second = desk.ask("/slow", KEY, "slow");
    desk.ask("/release");

    assertThat(second)
        .isEqualTo(Answer.refused(409, "A request with this Idempotency-Key is being processed"));
    assertThat(first.get(60, TimeUnit.SECONDS)).isEqualTo(Answer.ok("released: true"));
    found("key in flight", "409");
  }

  @Test
  void answersAKeyThatWasUsedForAnotherRequest() throws Exception {
    desk.ask("/charge?5", KEY, "used");
    Answer reused = desk.ask("/charge?6", KEY, "used");

    assertThat(reused)
        .isEqualTo(Answer.refused(422, "Idempotency-Key was used for another request already"));
    found("key reused", "422");
  }

  @Test
  void answersAnOpenBreakerAndSaysWhenToComeBack() throws Exception {
    Answer open = untilOpen();
    int seconds = Integer.parseInt(open.retryAfter().get(0));
    Answer mapped = desk.ask("/mapped");

    assertThat(open.status()).isEqualTo(503);
    assertThat(open.text())
        .isEqualTo("{\"title\":\"The service is unavailable for the time being\",\"status\":503}");
    assertThat(open.retried()).containsExactly("0");
    assertThat(seconds).isBetween(1, 60);
    assertThat(mapped.status()).isEqualTo(418);
    found("breaker open", "503, Retry-After, no cause; the application's own mapping wins");
  }

  /**
   * What a handler throws that is no refusal is the server's business: some close the connection.
   */
  private Answer untilOpen() throws InterruptedException {
    while (true) {
      try {
        Answer answer = desk.ask("/broken");
        if (!answer.retryAfter().isEmpty()) {
          return answer;
        }
      } catch (IOException closed) {
        assertThat(closed).hasMessageContaining("received no bytes");
      }
    }
  }

  @Test
  void handsTheDeadlineToTheGuardedCall() throws Exception {
    assertThat(left("2000")).isBetween(1L, 2000L);
    assertThat(left("999999999999999999999999")).isBetween(2001L, 10_000L);
    assertThat(left("-1")).isBetween(2001L, 10_000L);
    assertThat(left("soon")).isBetween(2001L, 10_000L);
    Answer twice = desk.ask("/left", DEADLINE, "1000", DEADLINE, "2000");
    assertThat(Long.parseLong(twice.text())).isBetween(2001L, 10_000L);
    found("deadline", "handed on; negative, huge, no number, two: as if there were none");
  }

  @Test
  void beginsNothingAfterTheDeadline() throws Exception {
    String before = desk.ask("/charges").text();
    Answer late = desk.ask("/charge?5", KEY, "late", DEADLINE, "0");
    String after = desk.ask("/charges").text();

    assertThat(late).isEqualTo(Answer.refused(504, "The deadline of the request has passed"));
    assertThat(after).isEqualTo(before);
    found("deadline passed", "504, nothing begun");
  }

  @Test
  void marksA5xxAfterAttemptsWereMade() throws Exception {
    Answer caught = desk.ask("/caught");

    assertThat(caught.status()).isEqualTo(503);
    assertThat(caught.retried()).containsExactly("3");
    assertThat(desk.ask("/charges").retried()).isEmpty();
    found("attempts exhausted", "Holdfast-Retried: 3");
  }

  @Test
  void trustsNobodyWhereItIsToldNotTo() throws Exception {
    try (Desk wary =
        Desk.start(
            jdk,
            program,
            libraries,
            prefix,
            "-Dholdfast.http.trust-deadline=false",
            "-Dholdfast.http.idempotency-key.header=X-Key",
            "-Dholdfast.http.retried=ignore")) {
      Answer answer = wary.ask("/left", DEADLINE, "0");

      assertThat(Long.parseLong(answer.text())).isBetween(1L, 10_000L);
      assertThat(wary.ask("/caught").retried()).isEmpty();
      assertThat(wary.ask("/charge?5", "X-Key", "one")).isEqualTo(Answer.ok("5 charged, number 1"));
      assertThat(wary.ask("/charge?5", KEY, "one").status()).isEqualTo(400);
    }
    found(
        "trust-deadline=false, retried=ignore, idempotency-key.header=X-Key",
        "no deadline, no mark, that key");
  }

  private long left(String deadline) throws Exception {
    return Long.parseLong(desk.ask("/left", DEADLINE, deadline).text());
  }

  final Desk desk() {
    return desk;
  }

  final void found(String row, String what) throws IOException {
    Table.found(name, row, what);
  }
}
