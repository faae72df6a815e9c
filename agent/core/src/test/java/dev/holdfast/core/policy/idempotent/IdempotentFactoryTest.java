package dev.holdfast.core.policy.idempotent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.IdempotencyKey;
import dev.holdfast.Idempotent;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with an idempotent method, said when it is planned. */
@SuppressWarnings("unused") // the methods are planned, and never called
final class IdempotentFactoryTest {

  private static final String UNSTORABLE =
      "its result cannot be stored faithfully: %s (expected: data, such as records, sealed types, collections, numbers, texts). Return data, or remove @Idempotent.";

  private final Woven woven = new Woven(new Shop());

  @ParameterizedTest
  @ValueSource(
      strings = {"nothing", "receipt", "future", "nested", "sealed", "optional", "bytes", "raw"})
  void findsNothingWrongWithData(String method) {
    assertThat(woven.problems(method)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"anything", "stream", "input", "wild"})
  void reportsAResultThatIsNoData(String method) {
    assertThat(woven.problems(method))
        .singleElement()
        .asString()
        .startsWith("@Idempotent on " + woven.name(method) + ": its result cannot be stored")
        .endsWith("Return data, or remove @Idempotent.");
  }

  @Test
  void reportsEveryFlawOfAResultAtOnce() {
    assertThat(woven.problems("flawed"))
        .containsExactly(
            "@Idempotent on %s: ".formatted(woven.name("flawed"))
                + UNSTORABLE.formatted(
                    Flawed.class.getName() + ".any is java.lang.Object, which may be anything"),
            "@Idempotent on %s: ".formatted(woven.name("flawed"))
                + UNSTORABLE.formatted(
                    Flawed.class.getName()
                        + ".input is java.io.InputStream, which is consumed by reading it"));
  }

  @ParameterizedTest
  @CsvSource({"writes, java.io.OutputStream", "writesLater, java.io.Writer"})
  void reportsAMethodThatWritesItsAnswerInsteadOfReturningIt(String method, String writer) {
    assertThat(woven.problems(method))
        .containsExactly(
            "@Idempotent on %s: it returns nothing and writes its answer to a %s, which cannot be stored."
                .formatted(woven.name(method), writer));
  }

  @Test
  void takesAWriterBesideAResult() {
    assertThat(woven.problems("writesAndReturns")).isEmpty();
  }

  @Test
  void reportsFailuresThatCannotBeMadeAgain() {
    assertThat(woven.problems("remembersWhatCannotBeMade"))
        .singleElement()
        .asString()
        .contains("expected: types that are made of a message, or of nothing")
        .endsWith("Give such a constructor to " + Unmakeable.class.getName() + ".");
  }

  @ParameterizedTest
  @CsvSource({"noTtl, ttl", "shortLease, lease"})
  void reportsTimesThatCannotBe(String method, String attribute) {
    assertThat(woven.problems(method))
        .singleElement()
        .asString()
        .startsWith("@Idempotent on " + woven.name(method) + ": " + attribute + ": ");
  }

  @Test
  void reportsAStoreThatIsASettingOfAnother() {
    assertThat(woven.problems("storedInASetting"))
        .singleElement()
        .asString()
        .contains("holdfast.store.password is a setting of the default one");
  }

  @Test
  void reportsMarkedParametersThatTakeNoKeys() {
    assertThat(woven.problems("marksANumber")).isNotEmpty();
    assertThat(woven.problems("marksTwo")).isNotEmpty();
  }

  @Test
  void namesArgumentsThatAreNotCompared() {
    assertThat(woven.notes("takesAnything"))
        .anyMatch(note -> note.contains("does not compare content"))
        .anyMatch(note -> note.contains("does not compare supplier"))
        .noneMatch(note -> note.contains("does not compare id"));
  }

  /** Data of a type inside itself. */
  record Tree(String name, List<Tree> children) {}

  record Receipt(String order, Map<String, Optional<Tree>> trees) {}

  record Flawed(Object any, InputStream input) {}

  sealed interface Payment permits Card, Cash {}

  record Card(String number) implements Payment {}

  enum Cash implements Payment {
    EUR,
    CHF
  }

  static final class Unmakeable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unmakeable(int code) {
      super("code " + code);
    }
  }

  static final class Shop {
    @Idempotent(key = "id")
    void nothing(String id) {}

    @Idempotent(key = "id")
    @Nullable Receipt receipt(String id) {
      return null;
    }

    @Idempotent(key = "id")
    @Nullable CompletableFuture<List<Receipt>> future(String id) {
      return null;
    }

    @Idempotent(key = "id")
    @Nullable Tree nested(String id) {
      return null;
    }

    @Idempotent(key = "id")
    @Nullable Payment sealed(String id) {
      return null;
    }

    @Idempotent(key = "id")
    Optional<List<int[]>> optional(String id) {
      return Optional.empty();
    }

    @Idempotent(key = "id")
    byte[] bytes(String id) {
      return new byte[0];
    }

    @Idempotent(key = "id")
    @Nullable CompletableFuture<Void> raw(String id) {
      return null;
    }

    @Idempotent(key = "id")
    Object anything(String id) {
      return id;
    }

    @Idempotent(key = "id")
    Stream<String> stream(String id) {
      return Stream.of(id);
    }

    @Idempotent(key = "id")
    InputStream input(String id) {
      return InputStream.nullInputStream();
    }

    @Idempotent(key = "id")
    List<?> wild(String id) {
      return List.of();
    }

    @Idempotent(key = "id")
    @Nullable Flawed flawed(String id) {
      return null;
    }

    @Idempotent(key = "id")
    void writes(String id, OutputStream to) {}

    @Idempotent(key = "id")
    @Nullable CompletableFuture<Void> writesLater(String id, Writer to) {
      return null;
    }

    @Idempotent(key = "id")
    int writesAndReturns(String id, OutputStream to) {
      return 0;
    }

    @Idempotent(
        key = "id",
        rememberFailures = {IllegalStateException.class, Unmakeable.class})
    void remembersWhatCannotBeMade(String id) {}

    @Idempotent(key = "id", ttl = "0")
    void noTtl(String id) {}

    @Idempotent(key = "id", lease = "99ms")
    void shortLease(String id) {}

    @Idempotent(key = "id", store = "password")
    void storedInASetting(String id) {}

    @Idempotent
    void marksANumber(@IdempotencyKey int id) {}

    @Idempotent
    void marksTwo(@IdempotencyKey String id, @IdempotencyKey String other) {}

    @Idempotent(key = "id")
    void takesAnything(String id, InputStream content, Supplier<String> supplier) {}
  }
}
