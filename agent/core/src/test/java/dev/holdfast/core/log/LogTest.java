package dev.holdfast.core.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.core.config.Configuration;
import dev.holdfast.core.config.LogLevel;
import dev.holdfast.core.plan.Origin;
import dev.holdfast.core.plan.Setting;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class LogTest {

  private static final Logger LOG = LoggerFactory.getLogger(LogTest.class);

  @TempDir private Path folder;

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final LogTarget target =
      new StreamTarget(new PrintStream(written, true, StandardCharsets.UTF_8));

  @AfterEach
  void goBackToStderr() {
    AgentLog.use(LogLevel.INFO, StreamTarget.STDERR);
  }

  @Test
  void aLineHasAMarkALevelAndTheMessage() {
    AgentLog.use(LogLevel.INFO, target);

    LOG.info("{} rules", 2);
    LOG.warn("{} of {} failed", 1, 2);
    LOG.error("no such file");

    assertThat(written.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "[holdfast] INFO  2 rules",
            "[holdfast] WARN  1 of 2 failed",
            "[holdfast] ERROR no such file");
  }

  @Test
  void eachLevelIncludesThoseAboveIt() {
    for (LogLevel level : LogLevel.values()) {
      AgentLog.use(level, target);
      LOG.trace("t");
      LOG.debug("d");
      LOG.info("i");
      LOG.warn("w");
      LOG.error("e");
    }

    assertThat(written.toString(StandardCharsets.UTF_8).lines().map(line -> line.substring(17)))
        .containsExactly("e", "w", "e", "i", "w", "e", "d", "i", "w", "e");
  }

  @Test
  void nothingFromOutsideCanLookLikeALineOfItsOwn() {
    AgentLog.use(LogLevel.INFO, target);

    LOG.warn("it said: {}", "no\r\n[holdfast] ERROR forged");

    assertThat(written.toString(StandardCharsets.UTF_8).lines())
        .containsExactly("[holdfast] WARN  it said: no", "    [holdfast] ERROR forged");
  }

  @Test
  void stacksAreWrittenWithWarningsAndNamesWithLess() {
    AgentLog.use(LogLevel.INFO, target);

    LOG.info("told", new IOException("reset"));
    assertThat(written.toString(StandardCharsets.UTF_8).lines())
        .containsExactly("[holdfast] INFO  told: java.io.IOException: reset");

    LOG.warn("our fault", new IOException("reset"));
    assertThat(written.toString(StandardCharsets.UTF_8).lines().skip(1))
        .startsWith("[holdfast] WARN  our fault", "    java.io.IOException: reset")
        .hasSizeGreaterThan(3);
  }

  @Test
  void aFileIsAppendedToWithTheTimeInFront() throws IOException {
    Path file = folder.resolve("holdfast.log");
    Files.writeString(file, "before\n");

    assertThat(AgentLog.configure(configuration("debug", file.toString()))).isEmpty();
    LOG.debug("written");

    assertThat(Files.readAllLines(file)).hasSize(2).first().isEqualTo("before");
    assertThat(Files.readAllLines(file).get(1))
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{3})?Z DEBUG written");
  }

  @Test
  void aFileThatCannotBeOpenedIsAProblem() {
    assertThat(AgentLog.configure(configuration("info", folder.toString())))
        .contains(
            "holdfast.log.to: "
                + folder
                + " (expected: stderr, application or a file that can be written), but"
                + " java.io.FileNotFoundException: "
                + folder
                + " (Is a directory). Correct the path, or remove the key.");
  }

  private static Configuration configuration(String level, String target) {
    Map<String, String> values = Map.of("holdfast.log", level, "holdfast.log.to", target);
    return key ->
        Optional.ofNullable(values.get(key))
            .map(value -> new Setting(value, new Origin.Configured(key, "test")));
  }
}
