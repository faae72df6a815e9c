package dev.holdfast.core.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.core.config.LogLevel;
import dev.holdfast.core.event.Event;
import dev.holdfast.core.time.FakeTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventLogTest {

  private final FakeTime time = new FakeTime();
  private final EventLog log = new EventLog(time);
  private final List<String> lines = new ArrayList<>();

  @BeforeEach
  void takeLines() {
    AgentLog.use(LogLevel.DEBUG, (level, message, failure) -> lines.add(level + " " + message));
  }

  @AfterEach
  void goBackToStderr() {
    AgentLog.use(LogLevel.INFO, StreamTarget.STDERR);
  }

  @Test
  void anEventIsToldAtItsSeverity() {
    log.accept(new Happened("a", Event.Severity.DEBUG, "looked"));
    log.accept(new Happened("a", Event.Severity.INFO, "closed"));
    log.accept(new Happened("a", Event.Severity.WARN, "opened"));

    assertThat(lines).containsExactly("DEBUG a looked", "INFO a closed", "WARN a opened");
  }

  @Test
  void ofManyInAShortTimeFiveAreToldAndTheRestIsCounted() {
    for (int count = 1; count <= 8; count++) {
      log.accept(new Happened("a", Event.Severity.WARN, "failed " + count));
    }
    log.accept(new Happened("b", Event.Severity.WARN, "failed"));
    time.advance(Burst.LENGTH.toNanos());
    log.accept(new Happened("a", Event.Severity.WARN, "failed again"));
    log.accept(new Happened("a", Event.Severity.WARN, "and again"));

    assertThat(lines)
        .containsExactly(
            "WARN a failed 1",
            "WARN a failed 2",
            "WARN a failed 3",
            "WARN a failed 4",
            "WARN a failed 5",
            "WARN b failed",
            "WARN a failed again (3 more like this were left out)",
            "WARN a and again");
  }

  @Test
  void whatAsksForItIsToldEachTime() {
    for (int count = 1; count <= 8; count++) {
      log.accept(new Lost("a", count));
    }

    assertThat(lines)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, 8).mapToObj(key -> "WARN a lost key " + key).toList());
  }

  @Test
  void anotherKindOnTheSameGuardIsToldStill() {
    for (int count = 1; count <= 8; count++) {
      log.accept(new Happened("a", Event.Severity.WARN, "failed"));
    }
    log.accept(new Recovered("a"));

    assertThat(lines).last().isEqualTo("INFO a recovered");
  }

  private record Happened(String guard, Severity severity, String what) implements Event {
    @Override
    public String sentence() {
      return guard + " " + what;
    }
  }

  private record Lost(String guard, int key) implements Event {
    @Override
    public Severity severity() {
      return Severity.WARN;
    }

    @Override
    public boolean isToldEachTime() {
      return true;
    }

    @Override
    public String sentence() {
      return guard + " lost key " + key;
    }
  }

  private record Recovered(String guard) implements Event {
    @Override
    public Severity severity() {
      return Severity.INFO;
    }

    @Override
    public String sentence() {
      return guard + " recovered";
    }
  }
}
