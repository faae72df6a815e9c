package dev.holdfast.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.campaign.keeper.Keeper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody may see: passwords of stores that cannot be reached. */
class SecretsIT {

  private static final String PASSWORD = "hunter2";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://localhost:1/shop?user=shop&password=hunter2",
        "redis://shop:hunter2@localhost:1",
        "rediss://shop:hunter2@localhost:1",
        "redis://shop:hunter2@local host:1"
      })
  void noPasswordIsInALogOrInAnException(String url) throws Exception {
    Process process = keeper(url);
    String printed = String.join("\n", process.inputReader().lines().toList());

    assertThat(process.waitFor()).isEqualTo(1);
    assertThat(printed).contains("StoreUnavailableException").doesNotContain(PASSWORD);
  }

  @Test
  void noPasswordIsInWhatIsSaidOfAUrlThatNoStoreKnows() throws Exception {
    Process process = keeper("mysql://shop:hunter2@localhost:1");
    String printed = String.join("\n", process.inputReader().lines().toList());

    assertThat(process.waitFor()).isEqualTo(1);
    assertThat(printed)
        .contains("holdfast.store: mysql:***", "StoreUnavailableException")
        .doesNotContain(PASSWORD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--json"})
  void noPasswordIsInWhatExplainSays(String option) throws Exception {
    String printed =
        explain(
            option,
            "-Dholdfast.store=redis://shop:hunter2@localhost:1",
            "-Dholdfast.store.second.password=hunter2");

    assertThat(printed).contains("Keeper").doesNotContain(PASSWORD);
  }

  private static Process keeper(String url) throws IOException {
    return Program.of(
            Keeper.class,
            url,
            List.of("-Xmx512m", "-Dholdfast.log=debug", "-Dholdfast.store.second.password=hunter2"),
            "first")
        .start();
  }

  private static String explain(String option, String... settings)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(settings));
    command.addAll(
        List.of("-jar", System.getProperty("holdfast.agent.jar"), "explain", option, classes()));
    command.remove("");
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String printed = String.join("\n", process.inputReader().lines().toList());
    process.waitFor();
    return printed;
  }

  private static String classes() {
    return Path.of("target", "classes").toAbsolutePath().toString();
  }
}
