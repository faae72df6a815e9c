package dev.holdfast.core.plan;

import java.util.List;

/**
 * Words the problems of one policy on one method: value, expectation, place, remedy. What was
 * configured names its key in place of the annotation; a problem of the value alone then names no
 * method, because it is the same on all that the key reaches.
 */
final class AttributeProblems {

  private final PolicyDescription policy;
  private final PolicyInForce inForce;
  private final GuardedMethod method;
  private final PlanReport report;

  AttributeProblems(
      PolicyDescription policy, PolicyInForce inForce, GuardedMethod method, PlanReport report) {
    this.policy = policy;
    this.inForce = inForce;
    this.method = method;
    this.report = report;
  }

  /** A value that could be right on no method. */
  void value(String attribute, String expected, String remedy) {
    report.problem(
        "%s: %s (expected: %s). %s, or remove %s."
            .formatted(
                subject(attribute), valueText(attribute), expected, remedy, removable(attribute)));
  }

  /** A value that is wrong on this method. */
  void place(String attribute, String expected, String remedy) {
    report.problem(
        "%s: %s (expected: %s)%s. %s"
            .formatted(
                subject(attribute),
                valueText(attribute),
                expected,
                further(inForce.originOf(attribute)),
                sentence(remedy)));
  }

  /** A problem of the whole policy on this method. */
  void whole(String message) {
    report.problem("%s: %s".formatted(placed(inForce.origin()), sentence(message)));
  }

  /** Something to mention. */
  void note(String message) {
    report.note("%s: %s".formatted(policy.annotation(), message));
  }

  private String subject(String attribute) {
    Origin origin = inForce.originOf(attribute);
    if (origin instanceof Origin.Configured configured) {
      return configured.key();
    }
    return (origin instanceof Origin.Written ? origin.text() : placed(inForce.origin()))
        + ": "
        + attribute;
  }

  private String removable(String attribute) {
    Origin origin = inForce.originOf(attribute);
    Origin chosen = origin instanceof Origin.BuiltIn ? inForce.origin() : origin;
    if (chosen instanceof Origin.Configured configured) {
      return "the key (" + configured.source() + ")";
    }
    return chosen instanceof Origin.Written written ? written.annotation() : policy.annotation();
  }

  /** The policy on the method, by who asked for it. */
  private String placed(Origin origin) {
    return origin instanceof Origin.Configured configured
        ? configured.key() + further(origin)
        : origin.text() + further(origin);
  }

  /** The method, where the origin does not name it. */
  private String further(Origin origin) {
    if (origin instanceof Origin.Configured) {
      return " on " + method.name();
    }
    return origin instanceof Origin.Written written && !isHere(written)
        ? " for " + method.name()
        : "";
  }

  private boolean isHere(Origin.Written written) {
    return written.place().equals(method.name()) || written.place().equals(method.qualifiedName());
  }

  private String valueText(String attribute) {
    Setting setting = inForce.settings().get(attribute);
    if (setting == null) {
      return "not set";
    }
    if (setting.value() instanceof List<?> list) {
      return list.toString().replace('[', '{').replace(']', '}');
    }
    String text = setting.value().toString();
    return text.isBlank() ? "\"" + text + "\"" : text;
  }

  private static String sentence(String text) {
    return text.endsWith(".") || text.endsWith("?") ? text : text + ".";
  }
}
