package dev.holdfast.core.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.core.call.Deadline;
import dev.holdfast.core.call.Scope;
import dev.holdfast.core.time.FakeTime;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceptionTest {

  private static final long MILLI = 1_000_000;

  private final FakeTime time = new FakeTime();
  private final Reception reception = new Reception(time, true, true, false);

  @Test
  void takesTheMillisecondsThatAreLeftForADeadline() {
    Deadline deadline = deadline("1500");

    assertThat(deadline.remainingNanos(time)).isEqualTo(1500 * MILLI);
    assertThat(deadline.guard()).isEqualTo("GET /");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "-1", "+1", "1.5", "1e3", "soon", "10 ms", "1,2", "٣"})
  void ignoresWhatIsNoNumber(String text) {
    assertThat(receive(reception, text).deadline()).isNull();
  }

  @Test
  void ignoresDeadlinesThatContradictOneAnother() {
    Served served =
        reception.receive(
            "GET /", name -> name.equals(Reception.DEADLINE) ? List.of("1", "2") : List.of());

    assertThat(served.deadline()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"999999999999", "9223372036854775807", "99999999999999999999999999999999"})
  void saturates(String text) {
    Deadline deadline = deadline(text);

    assertThat(deadline.remainingNanos(time)).isGreaterThan(365L * 24 * 3_600_000 * MILLI);
  }

  @Test
  void isTooLateOnceTheDeadlineHasPassed() {
    Served none = receive(reception, "00000000000000000000");
    Served some = receive(reception, "00000000000000000001");

    assertThat(reception.isTooLate(none)).isTrue();
    assertThat(reception.isTooLate(some)).isFalse();
    time.advance(MILLI);
    assertThat(reception.isTooLate(some)).isTrue();
  }

  @Test
  void refusesNobodyWhileItOnlyObserves() {
    Reception observing = new Reception(time, true, true, true);

    assertThat(observing.isTooLate(receive(observing, "0"))).isFalse();
  }

  @Test
  void trustsNoDeadlineWhereItIsToldNotTo() {
    assertThat(receive(new Reception(time, false, true, false), "10").deadline()).isNull();
  }

  @Test
  void entersNoScopeForARequestThatBringsNothingAlong() {
    assertThat(receive(reception, "").scope()).isSameAs(Scope.NONE);
  }

  private Deadline deadline(String text) {
    return Objects.requireNonNull(receive(reception, text).deadline());
  }

  private static Served receive(Reception reception, String deadline) {
    return reception.receive(
        "GET /", name -> name.equals(Reception.DEADLINE) ? List.of(deadline) : List.of());
  }
}
