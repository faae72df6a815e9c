package dev.holdfast.core.policy.idempotent.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.core.policy.idempotent.data.Storability.Finding;
import dev.holdfast.core.type.TypeRef;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be stored faithfully, and how that is told. */
final class StorabilityTest {

  private static final String OF = Samples.class.getName() + "$";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          anything | java.lang.Object may be anything
          handles  | java.util.List<$Handle>[].stream is java.io.InputStream, which is consumed by reading it
          open     | $Open is an interface that anything may implement
          task     | $Outcome<java.lang.Runnable>(Good).value is java.lang.Runnable, which is an interface that anything may implement
          entity   | $Entity is a JPA entity, whose parts and identity live in a persistence context
          alone    | $Alone has no fields that tell its values apart
          own      | $OwnList is a collection that is not known to come back equal
          failure  | $Failure inherits from java.lang.Exception what is not known
          raw      | java.util.Map<java.lang.String, java.lang.Object>[] is java.lang.Object, which may be anything
          """)
  void tellsWhereInsideTheTypeAndWhy(String sample, String flaw) {
    assertThat(Types.result(Types.sample(sample)))
        .isInstanceOfSatisfying(
            Finding.Flawed.class,
            flawed ->
                assertThat(flawed.flaws())
                    .extracting(Flaw::toString)
                    .containsExactly(flaw.replace("$", OF)));
  }

  @Test
  void tellsAClassThatCannotBeMadeAgain() {
    Finding.Flawed flawed = (Finding.Flawed) Types.result(Types.sample("made"));

    assertThat(flawed.flaws())
        .containsExactly(
            new Flaw(
                OF + "Made",
                OF + "Made",
                "has no constructor that takes nothing, or exactly its fields"));
    assertThat(Types.argument(Types.sample("made"))).isInstanceOf(Finding.Storable.class);
  }

  @Test
  void tellsATypeThatGrowsWithoutAnEnd() {
    Finding.Flawed flawed = (Finding.Flawed) Types.result(Types.sample("growing"));

    assertThat(flawed.flaws())
        .extracting(Flaw::reason)
        .containsExactly("is a type inside itself without an end");
  }

  @Test
  void tellsAClassThatIsNotThere() {
    Finding.Flawed flawed =
        (Finding.Flawed) Types.result(new TypeRef("shop.Missing", List.of(), 1));

    assertThat(flawed.flaws())
        .extracting(Flaw::toString)
        .containsExactly(
            "shop.Missing[] is shop.Missing, which has no class file that can be found");
  }
}
