package dev.holdfast.core.policy.idempotent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.core.policy.idempotent.data.StoredOutcome;
import dev.holdfast.core.policy.idempotent.data.Unstorable;
import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Remembered failures have the type and the message that they had, whatever their constructors. */
final class FailureMakerTest {

  static Stream<Throwable> failures() {
    return Stream.of(
        new NotFound("17"),
        new NotFound(""),
        new Coded("no funds"),
        new Repeating("again"),
        new Fixed(),
        new Caused("no funds", new IllegalStateException()),
        new NeverNull(),
        new NeverNull("no funds"),
        new IllegalStateException(),
        new IllegalStateException("down"),
        new AssertionError("boom"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void comeBackWithTheirTypeAndMessage(Throwable failure) {
    assertThat(made(failure))
        .isExactlyInstanceOf(failure.getClass())
        .hasMessage(failure.getMessage())
        .hasNoCause();
  }

  @Test
  void giveAccessorsWhatTheConstructorGaveThem() {
    assertThat(made(new NotFound("17")))
        .isInstanceOfSatisfying(NotFound.class, made -> assertThat(made.order).isEqualTo("17"));
  }

  @Test
  void comeBackWithAnotherMessageRatherThanNotAtAll() {
    assertThat(made(new Twice("a"))).isExactlyInstanceOf(Twice.class).hasMessage("a/a/a/a");
  }

  @Test
  void tellWhyTheyCannotComeBack() {
    assertThatThrownBy(
            () ->
                maker(Locked.class.getName())
                    .make(new StoredOutcome.Threw(Locked.class.getName(), "no funds")))
        .isInstanceOf(Unstorable.class)
        .hasMessage("its failure, a %s, cannot be made again".formatted(Locked.class.getName()))
        .hasRootCauseMessage("locked");
    assertThatThrownBy(() -> maker("shop.Gone").make(new StoredOutcome.Threw("shop.Gone", null)))
        .isInstanceOf(Unstorable.class)
        .hasMessage("its failure, a shop.Gone, is not there any more");
  }

  private static Throwable made(Throwable failure) {
    String type = failure.getClass().getName();
    return maker(type).make(new StoredOutcome.Threw(type, failure.getMessage()));
  }

  private static FailureMaker maker(String type) {
    return new FailureMaker(
        new Remembered(List.of(type)),
        FailureMakerTest.class.getClassLoader(),
        each -> MethodHandles.privateLookupIn(each, MethodHandles.lookup()));
  }

  static class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Failure(@Nullable String message) {
      super(message);
    }
  }

  static final class NotFound extends Failure {
    private static final long serialVersionUID = 1L;
    final String order;

    NotFound(String order) {
      super("order " + order + " not found");
      this.order = order;
    }
  }

  static final class Coded extends Failure {
    private static final long serialVersionUID = 1L;

    Coded(String message) {
      super(message);
    }

    @Override
    public String getMessage() {
      return "E42: " + super.getMessage();
    }
  }

  /** What it makes of its own message holds that twice. */
  static final class Repeating extends Failure {
    private static final long serialVersionUID = 1L;

    Repeating(String text) {
      super("again and " + text);
    }
  }

  static final class Fixed extends Failure {
    private static final long serialVersionUID = 1L;

    private Fixed() {
      super("fixed");
    }
  }

  static final class Caused extends Exception {
    private static final long serialVersionUID = 1L;

    Caused(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  static final class NeverNull extends Failure {
    private static final long serialVersionUID = 1L;

    NeverNull() {
      super(null);
    }

    NeverNull(String message) {
      super(Objects.requireNonNull(message));
    }
  }

  static final class Twice extends Failure {
    private static final long serialVersionUID = 1L;

    Twice(String text) {
      super(text + "/" + text);
    }
  }

  static final class Locked extends Failure {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("unused") // found by reflection
    Locked(String message) {
      super(message);
      throw new IllegalStateException("locked");
    }
  }
}
