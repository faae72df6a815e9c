package dev.holdfast.weaving.control;

import dev.holdfast.core.config.AgentArguments;
import dev.holdfast.core.config.LiveConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code set}: puts values in force for as long as the engine runs, all of them or none. */
public record SetValues(LiveConfiguration configuration) implements Control.Command {

  @Override
  public Answer answer(String arguments) {
    AgentArguments read = AgentArguments.parse(arguments);
    List<String> problems = new ArrayList<>(read.problems());
    if (problems.isEmpty()) {
      problems.addAll(configuration.set(read.values()));
    }
    return problems.isEmpty()
        ? Answer.done("in force: " + text(read.values()))
        : Answer.failed("refused, the settings in force stay:\n" + String.join("\n", problems));
  }

  private static String text(Map<String, String> values) {
    return String.join(", ", new TreeMap<>(values).keySet());
  }
}
