package dev.holdfast.core.policy.fallback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.Fallback;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of a fallback that cannot be. */
final class FallbackProblemsTest {

  private static final String SHOP = Shop.class.getName();

  @Test
  void aMethodThatDoesNotExist() {
    assertThat(Guarded.method(Shop.class, "typo").problems())
        .containsExactly(
            "@Fallback on %1$s#typo: method: gues (expected: a method of %1$s). Add it, or write guess."
                .formatted(SHOP));
  }

  @Test
  void aMethodThatDoesNotFit() {
    assertThat(Guarded.method(Shop.class, "unfit").problems())
        .containsExactly(
            ("@Fallback on %1$s#unfit: method: guess (expected: guess(java.util.List<java.lang.String>,"
                    + " int) or guess(java.util.List<java.lang.String>, int, failure) returning"
                    + " java.lang.Long). Change guess() returning int; static"
                    + " guess(java.lang.String[], java.lang.String) returning void.")
                .formatted(SHOP));
  }

  @Test
  void aResultThatDoesNotFit() {
    assertThat(Guarded.method(Shop.class, "unfitResult").problems())
        .containsExactly(
            ("@Fallback on %1$s#unfitResult: method: text (expected: text() or text(failure)"
                    + " returning long). Change text() returning java.lang.String.")
                .formatted(SHOP));
  }

  @Test
  void aFailureThatIsNone() {
    assertThat(Guarded.method(Shop.class, "unfitFailure").problems())
        .containsExactly(
            ("@Fallback on %1$s#unfitFailure: method: afterText (expected: afterText() or"
                    + " afterText(failure) returning anything). Change afterText(java.lang.String)"
                    + " returning void.")
                .formatted(SHOP));
  }

  @Test
  void aFutureThatDoesNotFit() {
    assertThat(Guarded.method(Shop.class, "unfitFuture").problems())
        .containsExactly(
            ("@Fallback on %1$s#unfitFuture: method: plainFuture (expected: plainFuture() or"
                    + " plainFuture(failure) returning"
                    + " java.util.concurrent.CompletableFuture<java.lang.Long> or java.lang.Long)."
                    + " Change plainFuture() returning"
                    + " java.util.concurrent.Future<java.lang.Long>.")
                .formatted(SHOP));
  }

  @Test
  void anObjectThatAStaticMethodDoesNotHave() {
    assertThat(Guarded.method(Shop.class, "ofNobody").problems())
        .containsExactly(
            ("@Fallback on %1$s#ofNobody: method: text (expected: static text() or static"
                    + " text(failure) returning java.lang.String). Change text() returning"
                    + " java.lang.String.")
                .formatted(SHOP));
  }

  @Test
  void aMethodOfAnotherObject() {
    assertThat(Guarded.method(Shop.class, "ofAnother").problems())
        .containsExactly(
            ("@Fallback on %1$s#ofAnother: method: java.lang.String#trim (expected: static trim()"
                    + " or static trim(failure) returning java.lang.String). Change trim()"
                    + " returning java.lang.String.")
                .formatted(SHOP));
  }

  @Test
  void aMethodThatCannotBeCalled() {
    assertThat(Guarded.method(Sub.class, "ofBase").problems())
        .containsExactly(
            ("@Fallback on %1$s#ofBase: method: secret (expected: a method that %1$s can call)."
                    + " Make visible: secret() returning java.lang.String.")
                .formatted(Sub.class.getName()));
    assertThat(Guarded.method(Shop.class, "ofHidden").problems())
        .containsExactly(
            ("@Fallback on %1$s#ofHidden: method:"
                    + " dev.holdfast.core.policy.fallback.Elsewhere#secret (expected: a method that"
                    + " %1$s can call). Make visible: static secret() returning java.lang.String.")
                .formatted(SHOP));
  }

  @Test
  void aClassThatDoesNotExist() {
    assertThat(Guarded.method(Shop.class, "ofNowhere").problems())
        .containsExactly(
            ("@Fallback on %1$s#ofNowhere: method: shop.Missing#guess (expected: a class before the"
                    + " #). There is no class shop.Missing.")
                .formatted(SHOP));
  }

  @Test
  void aNameThatIsNone() {
    assertThat(Guarded.method(Shop.class, "call").problems())
        .containsExactly(
            ("@Fallback on %1$s#call: method: guess() (expected: the name of a method, or"
                    + " some.pkg.Type#method). Write the name alone, without parameters.")
                .formatted(SHOP));
  }

  @Test
  void aMethodAndALiteral() {
    assertThat(Guarded.method(Shop.class, "both").problems())
        .containsExactly(
            ("@Fallback on %1$s#both: value: 5 (expected: nothing beside method guess). Keep one of"
                    + " the two: set the other to \"\".")
                .formatted(SHOP));
  }

  @Test
  void aLiteralThatDoesNotFit() {
    assertThat(Guarded.method(Shop.class, "literal").problems())
        .containsExactly(
            ("@Fallback on %1$s#literal: value: many (expected: a whole number from -2147483648 to"
                    + " 2147483647). Correct it, or name a method.")
                .formatted(SHOP));
  }

  @Test
  void aMethodWithMoreParametersThanCanBeLinked(@TempDir Path folder) throws Exception {
    assertThat(Guarded.method(Wide.compile(folder), "wide").problems())
        .containsExactly(
            "@Fallback on shop.Wide#wide: method: other (expected: parameters that take at most 254"
                + " slots, receiver and failure included). Take fewer parameters, or leave out"
                + " the failure.");
  }

  @Test
  void aNullObjectThatIsNullIsMentioned() {
    assertThat(Guarded.method(Shop.class, "object").notes())
        .containsExactly(
            "@Fallback: the substitute is null, because java.lang.Object is a type of the platform");
    assertThat(Guarded.method(Shop.class, "number").notes()).isEmpty();
  }

  static class Base {

    @SuppressWarnings("UnusedMethod") // by name
    private String secret() {
      return "";
    }
  }

  static final class Sub extends Base {

    @Fallback(method = "secret")
    String ofBase() {
      return "";
    }
  }

  static final class Shop {

    @Fallback(method = "gues")
    int typo() {
      return 1;
    }

    @Fallback(method = "guess")
    Long unfit(List<String> items, int count) {
      return 1L;
    }

    int guess() {
      return 1;
    }

    static void guess(String[] items, String count) {}

    @Fallback(method = "text")
    long unfitResult() {
      return 1;
    }

    String text() {
      return "";
    }

    @Fallback(method = "afterText")
    void unfitFailure() {}

    void afterText(String failure) {}

    @Fallback(method = "plainFuture")
    CompletableFuture<Long> unfitFuture() {
      return new CompletableFuture<>();
    }

    Future<Long> plainFuture() {
      return new CompletableFuture<>();
    }

    @Fallback(method = "text")
    static String ofNobody() {
      return "";
    }

    @Fallback(method = "java.lang.String#trim")
    String ofAnother() {
      return "";
    }

    @Fallback(method = "dev.holdfast.core.policy.fallback.Elsewhere#secret")
    String ofHidden() {
      return "";
    }

    @Fallback(method = "shop.Missing#guess")
    int ofNowhere() {
      return 1;
    }

    @Fallback(method = "guess()")
    int call() {
      return 1;
    }

    @Fallback(method = "guess", value = "5")
    int both() {
      return 1;
    }

    @Fallback("many")
    int literal() {
      return 1;
    }

    @Fallback
    Object object() {
      return "";
    }

    @Fallback
    int number() {
      return 1;
    }
  }
}
