package dev.holdfast.core.policy.fallback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.CallRefusedException;
import dev.holdfast.DeadlineExceededException;
import dev.holdfast.DuplicateCallException;
import dev.holdfast.IdempotencyKeyMissingException;
import dev.holdfast.IdempotencyKeyReusedException;
import dev.holdfast.OutcomeUnknownException;
import dev.holdfast.StoreUnavailableException;
import dev.holdfast.core.call.FailureTypes;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which failures are answered. */
final class CoverageTest {

  private static final String GUARD = "shop.Cart#pay";

  private final Coverage byDefault = coverage(List.of("java.lang.Exception"), List.of());

  static Stream<Throwable> leftAlone() {
    return Stream.of(
        new OutcomeUnknownException(GUARD, "unknown", Duration.ZERO, new IOException()),
        new DuplicateCallException(GUARD, "duplicate", Duration.ZERO, new IOException()),
        new IdempotencyKeyReusedException(GUARD, "reused", Duration.ZERO, new IOException()),
        new IdempotencyKeyMissingException(GUARD, "missing", Duration.ZERO, new IOException()),
        new InterruptedException(),
        new SecurityException(),
        new AccessDeniedException("file"),
        new LoginException());
  }

  static Stream<Throwable> refusals() {
    return Stream.of(
        new CallRefusedException("rate-limit", GUARD, "refused", Duration.ZERO, null),
        new DeadlineExceededException(GUARD, "late", Duration.ZERO, new IOException()),
        new StoreUnavailableException(GUARD, "store", Duration.ZERO, new IOException()));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void refusalsAreCovered(Throwable refusal) {
    assertThat(byDefault.includes(refusal)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("leftAlone")
  void whatMustNotBePaperedOverIsNotCovered(Throwable failure) {
    assertThat(byDefault.includes(failure)).isFalse();
    assertThat(byDefault.includes(new ExecutionException(failure))).isFalse();
    assertThat(coverage(List.of("java.lang.Throwable"), List.of()).includes(failure)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("leftAlone")
  void unlessExactlyItsTypeIsListed(Throwable failure) {
    Coverage exact = coverage(List.of(failure.getClass().getName()), List.of());

    assertThat(exact.includes(failure)).isTrue();
    assertThat(exact.includes(new CompletionException(failure))).isTrue();
  }

  @Test
  void aSubclassOfAListedSecurityFailureIsNotExactlyThat() {
    Coverage logins = coverage(List.of(LoginException.class.getName()), List.of());

    assertThat(logins.includes(new FailedLoginException())).isFalse();
  }

  @Test
  void errorsAreNotCoveredByDefault() {
    assertThat(byDefault.includes(new StackOverflowError())).isFalse();
    assertThat(coverage(List.of("java.lang.Error"), List.of()).includes(new StackOverflowError()))
        .isTrue();
  }

  @Test
  void theClosestTypeDecides() {
    Coverage noInput =
        coverage(
            List.of("java.lang.Exception", FileNotFoundException.class.getName()),
            List.of(IOException.class.getName()));

    assertThat(noInput.includes(new IOException())).isFalse();
    assertThat(noInput.includes(new FileNotFoundException())).isTrue();
    assertThat(noInput.includes(new IllegalStateException())).isTrue();
  }

  private static Coverage coverage(List<String> on, List<String> not) {
    return new Coverage(new FailureTypes(on, not));
  }
}
