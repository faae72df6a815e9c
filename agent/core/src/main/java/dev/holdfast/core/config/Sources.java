package dev.holdfast.core.config;

import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * All places where keys are set, highest first.
 *
 * @param live what was set while the process runs
 * @param properties the system properties that start with {@code holdfast.}
 * @param arguments the agent's own arguments
 * @param environment the environment variables that start with {@code HOLDFAST_}, {@code HOLDFAST-}
 *     or {@code HOLDFAST.} in any case, without those that Kubernetes sets
 * @param file the file that {@code holdfast.config} names
 */
public record Sources(
    Source live,
    Source properties,
    Source arguments,
    Map<String, String> environment,
    Source file) {

  private static final String VARIABLE = "HOLDFAST";

  public Sources {
    environment = Map.copyOf(environment);
  }

  /** The sources of a starting process, its file not read yet. */
  public static Sources of(
      Properties properties, Map<String, String> agentArguments, Map<String, String> environment) {
    return new Sources(
        Source.empty("set"),
        new Source("system property", ofPrefix(properties)),
        new Source("agent argument", agentArguments),
        ofVariables(environment),
        Source.empty("file"));
  }

  /** These sources with another file. */
  public Sources withFile(Source other) {
    return new Sources(live, properties, arguments, environment, other);
  }

  /** These sources with values set while the process runs. */
  public Sources withLive(Map<String, String> values) {
    return new Sources(live.with(values), properties, arguments, environment, file);
  }

  /** Whether nobody set anything, so that nothing has to be read or checked. */
  public boolean isEmpty() {
    return live.values().isEmpty()
        && properties.values().isEmpty()
        && arguments.values().isEmpty()
        && environment.isEmpty()
        && file.values().isEmpty();
  }

  private static Map<String, String> ofPrefix(Properties properties) {
    Map<String, String> ours = new TreeMap<>();
    for (String key : properties.stringPropertyNames()) {
      String value = key.startsWith(KnownKeys.PREFIX) ? properties.getProperty(key) : null;
      if (value != null) {
        ours.put(key, value);
      }
    }
    return ours;
  }

  private static Map<String, String> ofVariables(Map<String, String> environment) {
    Map<String, String> ours = new TreeMap<>();
    for (Map.Entry<String, String> variable : environment.entrySet()) {
      String name = variable.getKey();
      if (isOurs(name) && !EnvironmentNames.isOfService(name, environment.keySet())) {
        ours.put(name, variable.getValue());
      }
    }
    return ours;
  }

  private static boolean isOurs(String variable) {
    int end = VARIABLE.length();
    return variable.regionMatches(true, 0, VARIABLE, 0, end)
        && variable.length() > end
        && "_-.".indexOf(variable.charAt(end)) >= 0;
  }
}
