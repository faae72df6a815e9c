package dev.holdfast.core.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusesTest {

  @Test
  void containsNumbersAndRangesWithBothEnds() {
    Statuses statuses = Statuses.parse("429, 500 - 502");

    List<Integer> contained =
        IntStream.rangeClosed(0, 1000).filter(statuses::contains).boxed().toList();

    assertThat(contained).containsExactly(429, 500, 501, 502);
  }

  @Test
  void readsWhatItWrites() {
    Statuses statuses = Statuses.parse(" 429 ,500-599,404");

    assertThat(statuses).hasToString("429,500-599,404");
    assertThat(Statuses.parse(statuses.toString())).isEqualTo(statuses);
  }

  @ParameterizedTest
  @CsvSource({"''", "'  '"})
  void readsABlankTextAsNone(String text) {
    Statuses statuses = Statuses.parse(text);

    assertThat(statuses).isEqualTo(Statuses.NONE);
    assertThat(statuses.isEmpty()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "4x9|4x9",
        "429,|''",
        "429;500|429;500",
        "99|99",
        "1000|1000",
        "599-500|599-500",
        "200-1000|200-1000",
        "-5|-5",
        "99999999999|99999999999"
      })
  void namesThePartThatIsWrong(String text, String part) {
    assertThatThrownBy(() -> Statuses.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "'%s' (expected: statuses from 100 to 999 and ranges of them, separated by commas,"
                + " such as 429,500-599)",
            part);
  }
}
