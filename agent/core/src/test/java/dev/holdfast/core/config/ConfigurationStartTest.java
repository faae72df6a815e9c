package dev.holdfast.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.core.plan.PolicyCatalog;
import dev.holdfast.core.plan.ToyFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationStartTest {

  private static final PolicyCatalog CATALOG = new PolicyCatalog(List.of(new ToyFactory()));

  @TempDir private Path folder;

  private final Properties properties = new Properties();

  @Test
  void theFileIsReadAsUtf8AndBelowAllOthers() throws IOException {
    Path file = write("holdfast.log=debug\nholdfast.mode=observe\nholdfast.toy.label=caf\u00e9\n");
    properties.setProperty("holdfast.config", file.toString());
    properties.setProperty("unrelated", "value");

    ConfigurationStart start = start("log=warn");
    Configuration current = start.configuration().current();

    assertThat(start.problems()).isEmpty();
    assertThat(current.logLevel()).isEqualTo(LogLevel.WARN);
    assertThat(current.mode()).isEqualTo(Mode.OBSERVE);
    assertThat(current.text("holdfast.toy.label", "")).isEqualTo("caf\u00e9");
  }

  @Test
  void theFileMayBeNamedByTheAgentsArgumentsOrTheEnvironment() throws IOException {
    Path file = write("holdfast.mode=observe\n");

    assertThat(start("config=" + file).configuration().current().mode()).isEqualTo(Mode.OBSERVE);
    assertThat(
            ConfigurationStart.read(
                    null, properties, Map.of("HOLDFAST_CONFIG", file.toString()), () -> CATALOG)
                .configuration()
                .current()
                .mode())
        .isEqualTo(Mode.OBSERVE);
  }

  @Test
  void allProblemsOfAllSourcesAreReportedTogether() throws IOException {
    Path file = write("holdfast.toy.max-tries=many\n");
    properties.setProperty("holdfast.config", file.toString());
    properties.setProperty("holdfast.mode", "watch");

    assertThat(start("observe").problems())
        .containsExactly(
            "agent argument: observe (expected: key=value,key=value). Write the key in front, or"
                + " remove it.",
            "holdfast.mode: watch (expected: enforce or observe). Correct the value, or remove the"
                + " key (system property).",
            "holdfast.toy.max-tries: many (expected: a whole number). Correct the value, or remove"
                + " the key (file "
                + file
                + ").");
  }

  @Test
  void aFileThatIsNotThereIsAProblemAndTheRestIsInForce() {
    Path missing = folder.resolve("missing.properties");
    properties.setProperty("holdfast.config", missing.toString());
    properties.setProperty("holdfast.mode", "observe");

    ConfigurationStart start = start(null);

    assertThat(start.problems()).containsExactly(unreadable(missing, "there is no such file"));
    assertThat(start.configuration().current().mode()).isEqualTo(Mode.OBSERVE);
  }

  @Test
  void whatIsNoTextFileIsAProblem() throws IOException {
    properties.setProperty("holdfast.config", folder.toString());
    assertThat(start(null).problems()).containsExactly(unreadable(folder, "it is no file"));

    Path garbled = folder.resolve("garbled.properties");
    Files.write(garbled, new byte[] {'a', '=', (byte) 0xff});
    properties.setProperty("holdfast.config", garbled.toString());
    assertThat(start(null).problems()).containsExactly(unreadable(garbled, "it is not UTF-8 text"));

    Path malformed = write("holdfast.toy.label=\\u00zz\n");
    properties.setProperty("holdfast.config", malformed.toString());
    assertThat(start(null).problems())
        .containsExactly(unreadable(malformed, "a \\uXXXX in it is malformed"));

    Path huge = write("#".repeat(1_100_000));
    properties.setProperty("holdfast.config", huge.toString());
    assertThat(start(null).problems()).containsExactly(unreadable(huge, "it is larger than 1 MB"));
  }

  @Test
  void aMarkOfTheByteOrderBelongsToNoKey() throws IOException {
    properties.setProperty("holdfast.config", write("\ufeffholdfast.mode=observe\n").toString());

    ConfigurationStart start = start(null);

    assertThat(start.problems()).isEmpty();
    assertThat(start.configuration().current().mode()).isEqualTo(Mode.OBSERVE);
  }

  @Test
  void variablesOfServicesOfKubernetesAreNoSettings() {
    Map<String, String> environment = new HashMap<>();
    for (String service : List.of("HOLDFAST", "HOLDFAST_STORE", "HOLDFAST_STORE_ORDERS")) {
      environment.put(service + "_SERVICE_HOST", "10.0.0.1");
      environment.put(service + "_SERVICE_PORT", "6379");
      environment.put(service + "_SERVICE_PORT_REDIS", "6379");
      environment.put(service + "_PORT", "tcp://10.0.0.1:6379");
      environment.put(service + "_PORT_6379_TCP", "tcp://10.0.0.1:6379");
      environment.put(service + "_PORT_6379_TCP_PROTO", "tcp");
      environment.put(service + "_PORT_6379_TCP_PORT", "6379");
      environment.put(service + "_PORT_6379_TCP_ADDR", "10.0.0.1");
    }
    environment.put("HOLDFAST_STORE_PORTAL", "memory");

    ConfigurationStart start = startIn(environment);

    assertThat(start.problems()).isEmpty();
    assertThat(start.warnings()).isEmpty();
    assertThat(start.configuration().current().text("holdfast.store.portal", ""))
        .isEqualTo("memory");
  }

  @Test
  void variablesMayBeWrittenAsKeysAre() {
    ConfigurationStart start =
        startIn(Map.of("HOLDFAST-MODE", "observe", "holdfast.log", "debug", "HOLDFASTER", "yes"));

    assertThat(start.problems()).isEmpty();
    assertThat(start.warnings()).isEmpty();
    assertThat(start.configuration().current().mode()).isEqualTo(Mode.OBSERVE);
    assertThat(start.configuration().current().logLevel()).isEqualTo(LogLevel.DEBUG);
  }

  @Test
  void whatThisVersionDoesNotServeIsWarnedAbout() {
    properties.setProperty("holdfast.http.port", "9464");

    ConfigurationStart start = start("http.host=0.0.0.0");

    assertThat(start.problems()).isEmpty();
    assertThat(start.warnings())
        .containsExactly(
            "holdfast.http.port (system property): 9464 (expected: not set). This version serves"
                + " no page, the key is ignored.",
            "holdfast.http.host (agent argument): 0.0.0.0 (expected: not set). This version serves"
                + " no page, the key is ignored.");
  }

  private ConfigurationStart startIn(Map<String, String> environment) {
    return ConfigurationStart.read(null, properties, environment, () -> CATALOG);
  }

  private ConfigurationStart start(@Nullable String arguments) {
    return ConfigurationStart.read(arguments, properties, Map.of(), () -> CATALOG);
  }

  private Path write(String text) throws IOException {
    Path file = folder.resolve("app.properties");
    Files.writeString(file, text);
    return file;
  }

  private static String unreadable(Path file, String why) {
    return "holdfast.config: "
        + file
        + " (expected: a readable .properties file), but "
        + why
        + ". Correct the path or the file, or remove the key.";
  }
}
