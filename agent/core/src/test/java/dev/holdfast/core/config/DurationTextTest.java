package dev.holdfast.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {

  @ParameterizedTest
  @CsvSource({
    "250ms, PT0.25S",
    "2s, PT2S",
    "1.5s, PT1.5S",
    "5m, PT5M",
    "24h, PT24H",
    "0, PT0S",
    "0s, PT0S",
    "PT2S, PT2S",
    "pt1m30s, PT1M30S",
    "P2D, PT48H",
    "' 3s ', PT3S"
  })
  void durationsAreRead(String text, Duration expected) {
    assertThat(DurationText.parse(text)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "5",
        "s",
        "-1s",
        "1.s",
        ".5s",
        "1..5s",
        "1e3s",
        "2 s",
        "2S",
        "1d",
        "PT-2S",
        "-PT2S",
        "P",
        "two seconds",
        "٣s"
      })
  void anythingElseIsNoDuration(String text) {
    assertThat(DurationText.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9223372036854775808ms",
        "99999999999999999999999999h",
        "2562048h",
        "PT2562048H",
        "PT9223372036854775807H",
        "P106752D"
      })
  void whatIsLongerThanALongOfNanosecondsSaturates(String text) {
    assertThat(DurationText.parse(text)).contains(Duration.ofNanos(Long.MAX_VALUE));
  }

  @Test
  void whatIsShorterThanANanosecondIsNotNothing() {
    assertThat(DurationText.parse("0.0000000001ms")).contains(Duration.ofNanos(1));
  }

  @Property
  void wholeNumbersOfEachUnitAreExact(@ForAll @LongRange(min = 0, max = 2_000_000) long number) {
    assertThat(DurationText.parse(number + "ms")).contains(Duration.ofMillis(number));
    assertThat(DurationText.parse(number + "s")).contains(Duration.ofSeconds(number));
    assertThat(DurationText.parse(number + "m")).contains(Duration.ofMinutes(number));
    assertThat(DurationText.parse(number + "h")).contains(Duration.ofHours(number));
  }

  @Property
  void theTextThatADurationHasItselfIsReadBack(@ForAll @LongRange(min = 0) long nanos) {
    Duration duration = Duration.ofNanos(nanos);

    assertThat(DurationText.parse(duration.toString())).contains(duration);
  }

  @Property
  void noTextMakesItThrowOrGoBelowZero(@ForAll String text) {
    DurationText.parse(text)
        .ifPresent(duration -> assertThat(duration).isBetween(Duration.ZERO, DurationText.MAX));
  }

  @Property
  void longerNumbersAreNeverShorterDurations(
      @ForAll @LongRange(min = 0) long one, @ForAll @LongRange(min = 0) long other) {
    Duration shorter = DurationText.parse(Math.min(one, other) + "m").orElseThrow();
    Duration longer = DurationText.parse(Math.max(one, other) + "m").orElseThrow();

    assertThat(shorter).isLessThanOrEqualTo(longer);
  }
}
