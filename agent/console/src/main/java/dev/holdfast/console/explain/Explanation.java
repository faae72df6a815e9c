package dev.holdfast.console.explain;

import dev.holdfast.core.config.Mode;
import java.util.List;

/**
 * All that {@code explain} has to say of some paths.
 *
 * @param mode what the guards would do
 * @param isEnabled whether anything would be woven at all
 * @param classes how many class files were read
 * @param methods what would be guarded, by name
 * @param notWoven what was asked for and cannot be woven, and why
 * @param problems everything else that is wrong
 * @param warnings what is odd and changes nothing
 */
public record Explanation(
    Mode mode,
    boolean isEnabled,
    int classes,
    List<ExplainedMethod> methods,
    List<String> notWoven,
    List<String> problems,
    List<String> warnings) {

  public Explanation {
    methods = List.copyOf(methods);
    notWoven = List.copyOf(notWoven);
    problems = List.copyOf(problems);
    warnings = List.copyOf(warnings);
  }

  /** Whether all would be as it was asked for. */
  public boolean isClean() {
    return notWoven.isEmpty() && problems.isEmpty();
  }
}
