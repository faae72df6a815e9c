package dev.holdfast.core.config;

import dev.holdfast.core.plan.PolicyCatalog;
import dev.holdfast.core.plan.Setting;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of a process that starts.
 *
 * @param configuration what is in force, everything wrong left out
 * @param file the configuration file, if one is named
 * @param problems everything that is wrong, one message each, to be reported together
 * @param warnings what is odd and changes nothing
 */
public record ConfigurationStart(
    LiveConfiguration configuration,
    Optional<ConfigurationFile> file,
    List<String> problems,
    List<String> warnings) {

  /** Keys that are known, and that nothing heeds. */
  private static final List<FixedKey> NOT_YET = List.of(FixedKey.HTTP_PORT, FixedKey.HTTP_HOST);

  public ConfigurationStart {
    problems = List.copyOf(problems);
    warnings = List.copyOf(warnings);
  }

  /**
   * Reads all sources.
   *
   * @param agentArguments what stands behind {@code -javaagent:JAR=}
   * @param catalog asked only when a key names a policy or a rule, or is not known
   */
  public static ConfigurationStart read(
      @Nullable String agentArguments,
      Properties properties,
      Map<String, String> environment,
      Supplier<PolicyCatalog> catalog) {
    AgentArguments arguments = AgentArguments.parse(agentArguments);
    List<String> problems = new ArrayList<>(arguments.problems());
    SettingsReader reader = new SettingsReader(catalog);
    Sources sources = Sources.of(properties, arguments.values(), environment);
    Reading reading = reader.read(sources);
    String path = reading.settings().text(KeyNames.CONFIG, "");
    ConfigurationFile file = null;
    if (!path.isEmpty()) {
      try {
        file = new ConfigurationFile(new File(path).toPath());
      } catch (InvalidPathException wrong) {
        problems.add("holdfast.config: " + path + " (expected: a path). Correct it, or remove it.");
      }
    }
    if (file != null) {
      ConfigurationFile.Content content = file.read();
      if (content instanceof ConfigurationFile.Content.Found readable) {
        sources = sources.withFile(readable.source());
        reading = reader.read(sources);
      } else if (content instanceof ConfigurationFile.Content.Unreadable unreadable) {
        problems.add(unreadable.problem());
      }
    }
    problems.addAll(reading.problems());
    List<String> warnings = new ArrayList<>(reading.warnings());
    addNotYet(reading.settings(), warnings);
    return new ConfigurationStart(
        new LiveConfiguration(reader, sources, reading),
        Optional.ofNullable(file),
        problems,
        warnings);
  }

  private static void addNotYet(Settings settings, List<String> warnings) {
    for (FixedKey key : NOT_YET) {
      Optional<Setting> setting = settings.find(key.key());
      if (setting.isPresent()) {
        warnings.add(
            setting.get().origin().text()
                + ": "
                + setting.get().value()
                + " (expected: not set). This version serves no page, the key is ignored.");
      }
    }
  }
}
