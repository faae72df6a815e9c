package dev.holdfast.core.policy.idempotent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.Idempotent;
import dev.holdfast.OutcomeUnknownException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What duplicates get where the result that is stored cannot be given again. */
final class IdempotentRowsTest {

  private final Shop shop = new Shop();
  private final Woven woven = new Woven(shop).with("holdfast.store", "flaky");
  private final Elsewhere elsewhere = new Elsewhere(opened(), Shop.class);

  @Test
  void neverRunsAgainWhatIsDoneAlthoughItsResultIsTooLong() throws Throwable {
    assertThat(woven.call("chargeLong", "1")).isEqualTo("x".repeat(200));

    assertThat(woven.fail("chargeLong", "1"))
        .isInstanceOf(OutcomeUnknownException.class)
        .hasMessage(
            "a call of %s with key %s is done, but its result cannot be given again: it takes more than 200 characters"
                .formatted(woven.name("chargeLong"), elsewhere.key("chargeLong").shortHash()));
    assertThat(shop.charges).isEqualTo(1);
    assertThat(woven.told())
        .contains(
            "the result of %s for key %s cannot be stored, and duplicates are refused: it takes more than 200 characters"
                .formatted(woven.name("chargeLong"), elsewhere.key("chargeLong").shortHash()));
  }

  /** What another version of the application may have left, or nobody at all. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"returned\":{\"id\":\"1\"}} | number is missing",
        "{\"returned\":{\"id\":\"1\",\"count\":1}} | number is missing",
        "{\"returned\":{\"id\":1,\"number\":1}} | a Long is no data of a java.lang.String",
        "{\"returned\":{\"id\":\"1\",\"number\":null}} | a dev.holdfast.core.policy.idempotent.IdempotentRowsTest$Receipt cannot be made again",
        "{\"returned\":{\"id\":\"1\",\"number\":5000000000}} | the data of a java.lang.Integer is malformed",
        "{\"returned\":{\"id\":\"1\",\"number\":99999999999999999999}} | a stored text is no JSON",
        "{\"returned\":[1]} | the data of a dev.holdfast.core.policy.idempotent.IdempotentRowsTest$Receipt is malformed",
        "{\"returned\":{\"id\":\"1\" | a stored text is no JSON",
        "{\"returned\":null}x | a stored text is no JSON",
        "{\"threw\":[\"java.lang.Error\",\"boo\"]} | its failure is of a type that is not remembered any more",
        "{\"threw\":[\"java.lang.Error\",1]} | a stored text is no outcome",
        "{\"threw\":[\"java.lang.Error\"]} | a stored text is no outcome",
        "{\"later\":1} | a stored text is no outcome",
        "{} | a stored text is no outcome",
        "[] | a stored text is no outcome",
        "`` | a stored text ends too early",
        "null | a stored text is no outcome"
      })
  void refusesDuplicatesOfWhatItCannotRead(String text, String reason) {
    elsewhere.complete("charge", Optional.empty(), text);

    assertThat(woven.fail("charge", "1"))
        .isInstanceOf(OutcomeUnknownException.class)
        .hasMessage(
            "a call of %s with key %s is done, but its result cannot be given again: %s"
                .formatted(woven.name("charge"), elsewhere.key("charge").shortHash(), reason));
    assertThat(shop.charges).isZero();
  }

  @Test
  void readsPastWhatANewerVersionHasAdded() throws Throwable {
    elsewhere.complete(
        "charge",
        Optional.empty(),
        "{\"returned\":{\"id\":\"1\",\"number\":7,\"added\":{\"deep\":[1,2]}}}");

    assertThat(woven.call("charge", "1")).isEqualTo(new Receipt("1", 7));
  }

  private FlakyStore opened() {
    woven.fail("opens", (Object) null);
    return Objects.requireNonNull(FlakyStore.last);
  }

  record Receipt(@Nullable String id, int number) {}

  static final class Shop {
    int charges;

    @Idempotent(key = "id")
    String opens(@Nullable String id) {
      return String.valueOf(id);
    }

    @Idempotent(key = "id")
    Receipt charge(String id) {
      return new Receipt(id, ++charges);
    }

    @Idempotent(key = "id")
    String chargeLong(String id) {
      charges++;
      return "x".repeat(200 * id.length());
    }
  }
}
