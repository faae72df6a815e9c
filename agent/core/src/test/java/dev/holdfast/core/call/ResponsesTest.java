package dev.holdfast.core.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ResponsesTest {

  private static final Instant NOW = Instant.parse("1994-11-06T08:49:27Z");

  private final Responses responses = Responses.installed();

  @Test
  void anAnswerOfTheJdkIsReadWhenReturned() {
    HttpAnswer answer = responses.in(FakeResponse.of(503, "retry-after", "7", "2")).orElseThrow();

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.retryAfterNanos(NOW)).isEqualTo(OptionalLong.of(7_000_000_000L));
  }

  @Test
  void nothingElseIsAnAnswer() {
    assertThat(responses.in(null)).isEmpty();
    assertThat(responses.in("503")).isEmpty();
    assertThat(responses.carriedBy(new IOException("503"))).isEmpty();
  }

  @Test
  void anAnswerIsFoundInTheCausesOfAFailure() {
    ResponseReader reader = new ReaderOfRefused();

    Optional<HttpAnswer> answer =
        new Responses(List.of(reader))
            .carriedBy(new CompletionException(new IllegalStateException(new Refused(429))));

    assertThat(answer).map(HttpAnswer::status).contains(429);
  }

  @Test
  void onlyMethodsThatMayReturnAnAnswerAreJudgedByIt() {
    assertThat(responses.mayBeReturnedAs(HttpResponse.class)).isTrue();
    assertThat(responses.mayBeReturnedAs(FakeResponse.class)).isTrue();
    assertThat(responses.mayBeReturnedAs(Object.class)).isTrue();
    assertThat(responses.mayBeReturnedAs(String.class)).isFalse();
    assertThat(responses.mayBeReturnedAs(void.class)).isFalse();
  }

  @Test
  void retryAfterIsReadOnlyFromTheTwoStatusesThatHaveIt() {
    assertThat(responses.in(FakeResponse.of(429, "Retry-After", "7")))
        .hasValueSatisfying(answer -> assertThat(answer.retryAfterNanos(NOW)).isPresent());
    assertThat(responses.in(FakeResponse.of(502, "Retry-After", "7")))
        .hasValueSatisfying(answer -> assertThat(answer.retryAfterNanos(NOW)).isEmpty());
  }

  @Test
  void aServerThatHasRetriedItselfSaysSo() {
    assertThat(isRetried("3")).isTrue();
    assertThat(isRetried("0")).isTrue();
    assertThat(isRetried("yes")).isFalse();
    assertThat(isRetried("")).isFalse();
    assertThat(responses.in(FakeResponse.of(503))).map(HttpAnswer::isRetried).contains(false);
  }

  @Test
  void aBodyThatIsAStreamIsClosedWhenItsAnswerIsDiscarded() {
    AtomicInteger closed = new AtomicInteger();
    ByteArrayInputStream body =
        new ByteArrayInputStream(new byte[0]) {
          @Override
          public void close() {
            closed.incrementAndGet();
          }
        };

    responses.discard(new FakeResponse<>(503, Map.of(), body));
    responses.discard("no answer");
    responses.discard(null);

    assertThat(closed).hasValue(1);
  }

  @Test
  void aBodyThatCannotBeClosedIsLeftAlone() {
    Closeable broken =
        () -> {
          throw new IOException("broken");
        };

    assertThatCode(() -> responses.discard(new FakeResponse<>(503, Map.of(), broken)))
        .doesNotThrowAnyException();
  }

  private boolean isRetried(String field) {
    return responses.in(FakeResponse.of(503, "Holdfast-Retried", field)).orElseThrow().isRetried();
  }

  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int status;

    Refused(int status) {
      this.status = status;
    }
  }

  private static final class ReaderOfRefused implements ResponseReader {
    @Override
    public boolean mayBeReturnedAs(Class<?> type) {
      return false;
    }

    @Override
    public Optional<HttpAnswer> read(Object resultOrFailure) {
      return resultOrFailure instanceof Refused refused
          ? Optional.of(new HttpAnswer(refused.status, name -> List.of()))
          : Optional.empty();
    }

    @Override
    public void discard(Object response) {}
  }
}
