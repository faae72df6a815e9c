package dev.holdfast.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.core.log.AgentLog;
import dev.holdfast.core.plan.Origin;
import dev.holdfast.core.plan.PolicyCatalog;
import dev.holdfast.core.plan.Setting;
import dev.holdfast.core.plan.ToyFactory;
import dev.holdfast.core.time.FakeTime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileWatchTest {

  private static final PolicyCatalog CATALOG = new PolicyCatalog(List.of(new ToyFactory()));

  /** As long as what stands in its place later; no UTF-8, once it is written. */
  private static final String GARBLED = "holdfast.toy.max-tries=\u00ff";

  @TempDir private Path folder;

  private final FakeTime time = new FakeTime();
  private final List<String> told = new ArrayList<>();
  private Path file = Path.of("app.properties");
  private long modifiedMillis = 1_000_000;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("app.properties");
  }

  @AfterEach
  void logToStderrAgain() {
    AgentLog.configure(Settings.NONE);
  }

  @Test
  void aChangedFileIsReadOnceItHasLookedTheSameTwice() throws IOException {
    write("holdfast.toy.max-tries=4");
    LiveConfiguration configuration = watch();

    write("holdfast.toy.max-tries=5");
    pass(1);
    write("holdfast.toy.max-tries=6");
    pass(1);
    assertThat(maxTries(configuration)).isEqualTo("4");
    pass(1);
    assertThat(maxTries(configuration)).isEqualTo("6");
    pass(10);
    assertThat(told).containsExactly("6");
  }

  @Test
  void aFileWithAProblemIsRefusedWholeAndTheNextGoodOneIsTaken() throws IOException {
    write("holdfast.toy.max-tries=4");
    LiveConfiguration configuration = watch();

    write("holdfast.toy.max-tries=5\nholdfast.toy.rate=half");
    pass(5);
    assertThat(maxTries(configuration)).isEqualTo("4");

    write("holdfast.toy.max-tries=5");
    pass(5);
    assertThat(maxTries(configuration)).isEqualTo("5");
  }

  @Test
  void aFileThatGoesLeavesTheSettingsInForceAndIsReadWhenItComesBack() throws IOException {
    write("holdfast.toy.max-tries=4");
    LiveConfiguration configuration = watch();

    Files.delete(file);
    pass(5);
    assertThat(maxTries(configuration)).isEqualTo("4");

    write("holdfast.toy.max-tries=5");
    pass(5);
    assertThat(maxTries(configuration)).isEqualTo("5");
  }

  @Test
  void aFileThatComesLaterIsRead() throws IOException {
    LiveConfiguration configuration = watch();

    write("holdfast.toy.max-tries=5");
    pass(5);

    assertThat(maxTries(configuration)).isEqualTo("5");
  }

  @Test
  void aFileThatIsWrittenAgainWithTheSameContentChangesNothing() throws IOException {
    write("holdfast.toy.max-tries=4");
    watch();

    write("holdfast.toy.max-tries=4");
    pass(5);

    assertThat(told).isEmpty();
  }

  @Test
  void aFileThatCouldNotBeReadIsTriedAgainThoughItLooksTheSame() throws IOException {
    write("holdfast.toy.max-tries=4");
    LiveConfiguration configuration = watch();

    write(GARBLED);
    pass(5);
    assertThat(maxTries(configuration)).isEqualTo("4");

    writeAtTheSameTime("holdfast.toy.max-tries=5");
    pass(1);
    assertThat(maxTries(configuration)).isEqualTo("5");
  }

  @Test
  void aFileThatCouldNotBeReadAtTheStartIsTriedAgain() throws IOException {
    write(GARBLED);
    LiveConfiguration configuration = watch();
    pass(5);

    writeAtTheSameTime("holdfast.toy.max-tries=5");
    pass(1);

    assertThat(maxTries(configuration)).isEqualTo("5");
  }

  @Test
  void whyAFileCannotBeReadIsToldOnce() throws IOException {
    Path log = folder.resolve("agent.log");
    AgentLog.configure(logTo(log));
    write("holdfast.toy.max-tries=4");
    watch();

    write(GARBLED);
    pass(10);
    Files.delete(file);
    pass(10);
    write(GARBLED);
    pass(10);

    assertThat(Files.readAllLines(log).stream().flatMap(FileWatchTest::gist))
        .containsExactly("it is not UTF-8 text", "is gone", "it is not UTF-8 text");
  }

  @Test
  void whatWasToldAtTheStartIsNotToldAgain() throws IOException {
    Path log = folder.resolve("agent.log");
    AgentLog.configure(logTo(log));
    write(GARBLED);
    watch();

    pass(10);

    assertThat(log).isEmptyFile();
  }

  @Test
  void oneAlarmIsPendingAtATime() {
    watch();

    pass(100);

    assertThat(time.pendingAlarms()).isEqualTo(1);
  }

  private LiveConfiguration watch() {
    Properties properties = new Properties();
    properties.setProperty("holdfast.config", file.toString());
    ConfigurationStart start = ConfigurationStart.read(null, properties, Map.of(), () -> CATALOG);
    start
        .configuration()
        .subscribe(current -> told.add(current.text("holdfast.toy.max-tries", "")));
    new FileWatch(start.file().orElseThrow(), start.configuration(), time, Runnable::run).start();
    return start.configuration();
  }

  private static Configuration logTo(Path log) {
    Setting target =
        new Setting(log.toString(), new Origin.Configured("holdfast.log.to", "system property"));
    return key -> key.equals("holdfast.log.to") ? Optional.of(target) : Optional.empty();
  }

  private static Stream<String> gist(String line) {
    return Stream.of("it is not UTF-8 text", "is gone").filter(line::contains);
  }

  private static String maxTries(LiveConfiguration configuration) {
    return configuration.current().text("holdfast.toy.max-tries", "3");
  }

  private void write(String text) throws IOException {
    modifiedMillis += 1;
    writeAtTheSameTime(text);
  }

  private void writeAtTheSameTime(String text) throws IOException {
    Files.writeString(file, text, StandardCharsets.ISO_8859_1);
    Files.setLastModifiedTime(file, FileTime.fromMillis(modifiedMillis));
  }

  private void pass(int seconds) {
    time.advance(Duration.ofSeconds(seconds).toNanos());
  }
}
