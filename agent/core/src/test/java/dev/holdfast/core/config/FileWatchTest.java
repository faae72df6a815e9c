package dev.holdfast.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.core.plan.PolicyCatalog;
import dev.holdfast.core.plan.ToyFactory;
import dev.holdfast.core.time.FakeTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileWatchTest {

  private static final PolicyCatalog CATALOG = new PolicyCatalog(List.of(new ToyFactory()));

  @TempDir private Path folder;

  private final FakeTime time = new FakeTime();
  private final List<String> told = new ArrayList<>();
  private Path file = Path.of("app.properties");
  private long modifiedMillis = 1_000_000;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("app.properties");
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

  private static String maxTries(LiveConfiguration configuration) {
    return configuration.current().text("holdfast.toy.max-tries", "3");
  }

  private void write(String text) throws IOException {
    Files.writeString(file, text);
    modifiedMillis += 1;
    Files.setLastModifiedTime(file, FileTime.fromMillis(modifiedMillis));
  }

  private void pass(int seconds) {
    time.advance(Duration.ofSeconds(seconds).toNanos());
  }
}
