package dev.holdfast.core.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.AttemptFailure;
import dev.holdfast.AttemptTimeoutException;
import dev.holdfast.CircuitOpenException;
import dev.holdfast.DeadlineExceededException;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AmbiguityTest {

  private final Ambiguity ambiguity = Ambiguity.installed();

  static Stream<Throwable> ambiguous() {
    return Stream.of(
        new SocketTimeoutException("Read timed out"),
        new SocketException("Connection reset"),
        new IOException("HTTP/1.1 header parser received no bytes", new EOFException()),
        new ClosedChannelException(),
        new HttpTimeoutException("request timed out"),
        new InterruptedException(),
        new CancellationException(),
        new AttemptTimeoutException("cut", null),
        new DeadlineExceededException("m", "cut", null, null),
        new SQLRecoverableException(),
        new SQLException("the server went away", "08006"),
        new CompletionException(new UncheckedIOException(new SocketTimeoutException())));
  }

  static Stream<Throwable> clear() {
    return Stream.of(
        new ConnectException("Connection refused"),
        initCause(new ConnectException(), new ClosedChannelException()),
        new SocketTimeoutException("Connect timed out"),
        new UnknownHostException("shop"),
        new HttpConnectTimeoutException("HTTP connect timed out"),
        new SSLHandshakeException("no common cipher"),
        new IOException("Received RST_STREAM: Stream not processed"),
        new CircuitOpenException("b", "open", null, new SocketException("Connection reset")),
        new IllegalStateException("who knows"),
        new SQLException("no such table", "42P01"),
        new SQLException("unable to connect", "08001"));
  }

  @ParameterizedTest
  @MethodSource("ambiguous")
  void afterThisTheEffectMayHaveHappened(Throwable failure) {
    assertThat(ambiguity.isAmbiguous(failure)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("clear")
  void afterThisItSurelyHasNotOrNothingIsKnown(Throwable failure) {
    assertThat(ambiguity.isAmbiguous(failure)).isFalse();
  }

  @Test
  void anEarlierAttemptMakesTheCallAmbiguous() {
    ConnectException last = new ConnectException("Connection refused");
    last.addSuppressed(attempt(1, new SocketTimeoutException("Read timed out")));
    CircuitOpenException refusal = new CircuitOpenException("b", "open", null, last);

    assertThat(ambiguity.isAmbiguous(new IllegalStateException(last))).isTrue();
    assertThat(ambiguity.isAmbiguous(refusal)).isFalse();
    refusal.addSuppressed(attempt(1, last));
    assertThat(ambiguity.isAmbiguous(refusal)).isTrue();
  }

  @Test
  void failuresThatPointAtEachOtherAreJudgedOnce() {
    IOException one = new IOException("one");
    IOException other = new IOException("other", one);
    one.initCause(other);
    one.addSuppressed(attempt(1, other));
    other.addSuppressed(attempt(1, one));

    assertThat(ambiguity.isAmbiguous(one)).isFalse();
  }

  @Test
  void whatADatabaseSaysItRolledBackIsClearWhateverWasWritten() {
    Requests written = Requests.numbered(null, null);
    written.write(false, true);

    assertThat(ambiguity.isAmbiguous(new SQLException("deadlock", "40P01"), written)).isFalse();
    assertThat(ambiguity.isAmbiguous(new SQLException("no answer", "40003"), written)).isTrue();
    assertThat(ambiguity.isAmbiguous(new SQLException("unable", "08001"), written)).isFalse();
    assertThat(ambiguity.isAmbiguous(new SQLException("who knows", "XX000"), written)).isTrue();
    assertThat(ambiguity.isAmbiguous(new SQLException("who knows"), written)).isTrue();
  }

  @Test
  void anAnswerIsAmbiguousByItsStatus() {
    assertThat(isAmbiguous(500)).isTrue();
    assertThat(isAmbiguous(502)).isTrue();
    assertThat(isAmbiguous(503)).isTrue();
    assertThat(isAmbiguous(503, "Retry-After", "0")).isFalse();
    assertThat(isAmbiguous(503, "Retry-After", "soon")).isTrue();
    assertThat(isAmbiguous(502, "Retry-After", "1")).isTrue();
    assertThat(isAmbiguous(429)).isFalse();
    assertThat(isAmbiguous(404)).isFalse();
  }

  @Test
  void clientsMayKnowMore() {
    AmbiguityClues clues =
        new AmbiguityClues() {
          @Override
          public List<String> ambiguous() {
            return List.of("java.io.IOException");
          }

          @Override
          public List<String> unsent() {
            return List.of("java.io.EOFException");
          }
        };
    Ambiguity taught = new Ambiguity(new Responses(List.of()), List.of(clues));

    assertThat(taught.isAmbiguous(new IOException())).isTrue();
    assertThat(taught.isAmbiguous(new EOFException())).isFalse();
  }

  private static boolean isAmbiguous(int status) {
    return Responses.installed().in(FakeResponse.of(status)).orElseThrow().isAmbiguous();
  }

  private static boolean isAmbiguous(int status, String header, String value) {
    return Responses.installed()
        .in(FakeResponse.of(status, header, value))
        .orElseThrow()
        .isAmbiguous();
  }

  private static AttemptFailure attempt(int number, Throwable failure) {
    return new AttemptFailure(number, Duration.ZERO, Duration.ZERO, failure);
  }

  private static Throwable initCause(Throwable failure, Throwable cause) {
    return failure.initCause(cause);
  }
}
