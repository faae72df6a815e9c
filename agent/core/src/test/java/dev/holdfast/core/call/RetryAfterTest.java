package dev.holdfast.core.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

  private static final Instant NOW = Instant.parse("1994-11-06T08:49:27Z");
  private static final OptionalLong TEN_SECONDS = seconds(10);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10",
        " 10 ",
        "0000000000000000000010",
        "Sun, 06 Nov 1994 08:49:37 GMT",
        "Sunday, 06-Nov-94 08:49:37 GMT",
        "Sun Nov  6 08:49:37 1994"
      })
  void bothFormsAndAllThreeShapesOfDatesAreRead(String field) {
    assertThat(read(field)).isEqualTo(TEN_SECONDS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-1",
        "+1",
        "1.5",
        "1s",
        "soon",
        "1, 2",
        "٣",
        "Sun, 06 Nov 1994 08:49:37",
        "Sun, 06 Nov 1994 08:49:37 +0000",
        "Sun, 6 Nov 1994 08:49:37 GMT",
        "Sun, 31 Feb 1994 08:49:37 GMT",
        "Sun, 06 Nov 1994 25:00:00 GMT",
        "Sun, 06 Nov 1994 08:49:61 GMT",
        "Sunday, 06-Nov-1994 08:49:37 GMT",
        "Sun Nov 6 08:49:37 1994",
        "1994-11-06T08:49:37Z"
      })
  void whatIsNeitherFormIsAsIfAbsent(String field) {
    assertThat(read(field)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "000", "Sun, 06 Nov 1994 08:49:27 GMT", "Mon, 01 Jan 0001 00:00:00 GMT"})
  void theMomentItselfAndWhatHasPassedIsZero(String field) {
    assertThat(read(field)).isEqualTo(OptionalLong.of(0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9223372037",
        "9223372036854775807",
        "9223372036854775808",
        "99999999999999999999999999999999",
        "Fri, 31 Dec 9999 23:59:60 GMT"
      })
  void hugeValuesSaturate(String field) {
    assertThat(read(field)).isEqualTo(OptionalLong.of(Long.MAX_VALUE));
  }

  @Test
  void datesCountFromTheAnswersOwnDate() {
    List<String> until = List.of("Sun, 06 Nov 1994 08:49:37 GMT");
    Instant anHourOff = NOW.plus(Duration.ofHours(1));

    assertThat(RetryAfter.nanos(until, List.of("Sun Nov  6 08:49:27 1994"), anHourOff))
        .isEqualTo(TEN_SECONDS);
    assertThat(RetryAfter.nanos(until, List.of("yesterday"), NOW)).isEqualTo(TEN_SECONDS);
  }

  @Test
  void aLeapSecondIsTheNextSecond() {
    assertThat(
            RetryAfter.nanos(
                List.of("Sat, 31 Dec 2016 23:59:60 GMT"),
                List.of("Sat, 31 Dec 2016 23:59:59 GMT"),
                NOW))
        .isEqualTo(seconds(1));
  }

  @Test
  void aYearOfTwoDigitsMoreThanFiftyYearsAheadMeansThePastCentury() {
    Instant in2026 = Instant.parse("2026-11-06T08:49:27Z");

    assertThat(HttpDate.parse("Friday, 06-Nov-76 08:49:27 GMT", in2026))
        .contains(Instant.parse("2076-11-06T08:49:27Z"));
    assertThat(HttpDate.parse("Friday, 06-Nov-76 08:49:28 GMT", in2026))
        .contains(Instant.parse("1976-11-06T08:49:28Z"));
    assertThat(
            HttpDate.parse("Friday, 06-Nov-05 08:49:27 GMT", Instant.parse("2060-01-01T00:00:00Z")))
        .contains(Instant.parse("2105-11-06T08:49:27Z"));
  }

  @Test
  void theLargestOfSeveralFieldsWins() {
    assertThat(RetryAfter.nanos(List.of("3", "later", "10", "5"), List.of(), NOW))
        .isEqualTo(TEN_SECONDS);
    assertThat(RetryAfter.nanos(List.of(), List.of(), NOW)).isEmpty();
  }

  @Property
  void wholeSecondsAreReadExactly(@ForAll @LongRange(min = 0, max = 9_223_372_036L) long seconds) {
    assertThat(read(Long.toString(seconds))).isEqualTo(seconds(seconds));
  }

  private static OptionalLong read(String field) {
    return RetryAfter.nanos(List.of(field), List.of(), NOW);
  }

  private static OptionalLong seconds(long seconds) {
    return OptionalLong.of(seconds * 1_000_000_000L);
  }
}
