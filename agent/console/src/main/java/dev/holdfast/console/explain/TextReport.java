package dev.holdfast.console.explain;

import dev.holdfast.console.explain.Palette.Part;
import dev.holdfast.core.config.Mode;
import dev.holdfast.core.view.PolicyView;
import dev.holdfast.core.view.PolicyView.AttributeView;
import java.util.List;

/** An explanation for people: plans, what cannot be woven, problems, and a line to sum up. */
public final class TextReport {

  private static final String DEFAULTS = "      default: ";
  private static final int DEFAULTS_WIDTH = 110;
  private static final int NAME_WIDTH = 18;

  private final Palette palette;
  private final boolean hasDefaults;
  private final StringBuilder text = new StringBuilder();

  /**
   * @param hasDefaults whether attributes that nobody chose are printed, too
   */
  public TextReport(Palette palette, boolean hasDefaults) {
    this.palette = palette;
    this.hasDefaults = hasDefaults;
  }

  /** The whole report; once for each instance. */
  public String of(Explanation explanation) {
    explanation.methods().forEach(this::append);
    append("Cannot be woven", explanation.notWoven());
    append("Problems", explanation.problems());
    append("Warnings", explanation.warnings());
    line(summary(explanation));
    return text.toString();
  }

  private void append(ExplainedMethod method) {
    line(palette.paint(Part.METHOD, method.method()));
    int number = 1;
    for (PolicyView policy : method.policies()) {
      append(number++, policy);
    }
    method.notes().forEach(note -> line("  note: " + note));
    line("");
  }

  private void append(int number, PolicyView policy) {
    List<AttributeView> shown =
        policy.attributes().stream()
            .filter(attribute -> hasDefaults || !attribute.isDefault())
            .toList();
    String name = palette.paint(Part.POLICY, policy.policy());
    String gap = " ".repeat(Math.max(1, NAME_WIDTH - policy.policy().length()));
    line("  " + number + " " + name + gap + palette.paint(Part.ORIGIN, policy.origin()));
    int width = shown.stream().mapToInt(each -> each.text().length()).max().orElse(0);
    for (AttributeView attribute : shown) {
      append(attribute, width, policy.origin());
    }
    if (!hasDefaults) {
      appendDefaults(policy);
    }
  }

  /** Values that nobody chose, side by side; what is empty says nothing. */
  private void appendDefaults(PolicyView policy) {
    StringBuilder row = new StringBuilder(DEFAULTS);
    boolean isFirst = true;
    for (AttributeView attribute : policy.attributes()) {
      if (attribute.isDefault() && !isEmpty(attribute)) {
        String next = attribute.name() + " = " + attribute.text();
        if (row.length() + next.length() > DEFAULTS_WIDTH) {
          line(row.append(',').toString());
          row = new StringBuilder(" ".repeat(DEFAULTS.length()));
        } else if (!isFirst) {
          row.append(", ");
        }
        row.append(next);
        isFirst = false;
      }
    }
    if (!isFirst) {
      line(row.toString());
    }
  }

  private static boolean isEmpty(AttributeView attribute) {
    return attribute.value() instanceof List<?> list
        ? list.isEmpty()
        : attribute.value().toString().isBlank();
  }

  /** The origin stands behind values that came from elsewhere than the policy itself. */
  private void append(AttributeView attribute, int width, String asker) {
    String start = "      " + pad(attribute.name(), NAME_WIDTH - 4) + " = ";
    String value = attribute.text();
    line(
        attribute.origin().equals(asker)
            ? start + value
            : start + pad(value, width) + "  " + palette.paint(Part.ORIGIN, attribute.origin()));
  }

  private void append(String title, List<String> messages) {
    if (!messages.isEmpty()) {
      line(palette.paint(Part.PROBLEM, title + ":"));
      messages.forEach(message -> line("  " + message));
      line("");
    }
  }

  private static String summary(Explanation explanation) {
    long types = explanation.methods().stream().map(ExplainedMethod::type).distinct().count();
    int problems = explanation.notWoven().size() + explanation.problems().size();
    String summary =
        count(explanation.methods().size(), "method")
            + " guarded in "
            + types
            + " of "
            + count(explanation.classes(), "class")
            + ", "
            + (problems == 0 ? "no problems" : count(problems, "problem"));
    if (!explanation.isEnabled()) {
      return summary + "; holdfast.enabled is false: nothing is woven";
    }
    return explanation.mode() == Mode.OBSERVE
        ? summary + "; holdfast.mode is observe: guards only watch"
        : summary;
  }

  private static String count(int count, String what) {
    String plural = what.endsWith("s") ? what + "es" : what + "s";
    return count + " " + (count == 1 ? what : plural);
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  private void line(String line) {
    text.append(line).append(System.lineSeparator());
  }
}
