package dev.holdfast.core.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.core.call.Deadline;
import dev.holdfast.core.call.Scope;
import dev.holdfast.core.call.WantedHeaders;
import dev.holdfast.core.time.FakeTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceptionTest {

  private static final long MILLI = 1_000_000;

  private final FakeTime time = new FakeTime();
  private final Reception reception = new Reception(time, "Idempotency-Key", true, true, true);

  @Test
  void takesTheMillisecondsThatAreLeftForADeadline() {
    Deadline deadline = deadline("1500");

    assertThat(deadline.remainingNanos(time)).isEqualTo(1500 * MILLI);
    assertThat(deadline.guard()).isEqualTo("GET /");
  }

  /** For any text: no deadline, or the one that it says, never further off than {@code long}. */
  @Property
  void anyTextIsADeadlineOrNone(@ForAll String text) {
    Deadline deadline = receive(reception, text).deadline();

    boolean isNumber = text.strip().matches("[0-9]+");
    assertThat(deadline != null).isEqualTo(isNumber);
  }

  /** For any number of milliseconds. */
  @Property
  void anyNumberIsADeadlineThatFar(
      @ForAll @LongRange(min = 0, max = 999_999_999_999L) long millis) {
    long nanos = deadline(Long.toString(millis)).remainingNanos(time);

    assertThat(nanos).isEqualTo(millis * MILLI);
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
  void refusesNobodyWhereItIsToldNotTo() {
    Reception patient = new Reception(time, "Idempotency-Key", true, true, false);

    assertThat(patient.isTooLate(receive(patient, "0"))).isFalse();
  }

  @Test
  void trustsNoDeadlineWhereItIsToldNotTo() {
    Reception wary = new Reception(time, "Idempotency-Key", false, true, true);

    assertThat(receive(wary, "10").deadline()).isNull();
  }

  @Test
  void knowsTheHeadersThatPlansName() {
    WantedHeaders.add("X-Order");
    Reception configured = new Reception(time, "X-Key", true, true, true);
    Map<String, List<String>> headers =
        Map.of(
            "X-Key", List.of("key"),
            "Idempotency-Key", List.of("other"),
            "x-order", List.of("17"),
            "X-Else", List.of("nobody asks"));
    Served served = configured.receive("GET /", name -> headers.getOrDefault(name, List.of()));

    assertThat(served.header("idempotency-key")).isEqualTo("key");
    assertThat(served.header("X-ORDER")).isEqualTo("17");
    assertThat(served.header("X-Else")).isNull();
    assertThat(served.isKeyed()).isTrue();
    assertThat(served.scope().request()).isSameAs(served);
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
