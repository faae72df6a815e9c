package shop.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class TimetableTest {
  private final Timetable timetable = new Timetable(280);

  @Test
  void twentyOrdersArriveEachSecond() {
    assertThat(timetable.arrival(0)).isZero();
    assertThat(timetable.arrival(20)).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void theOutageTakesASeventhOfTheDayFromItsMiddle() {
    assertThat(timetable.outageStart()).isEqualTo(Duration.ofSeconds(7));
    assertThat(timetable.outageLength()).isEqualTo(Duration.ofSeconds(2));
    assertThat(timetable.isOutage(Duration.ofMillis(6_999))).isFalse();
    assertThat(timetable.isOutage(Duration.ofSeconds(7))).isTrue();
    assertThat(timetable.isOutage(Duration.ofMillis(8_999))).isTrue();
    assertThat(timetable.isOutage(Duration.ofSeconds(9))).isFalse();
  }
}
