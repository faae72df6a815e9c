package dev.holdfast.weaving.finding;

import dev.holdfast.core.plan.Declaration;
import dev.holdfast.core.plan.GuardedMethod;
import dev.holdfast.core.plan.Origin;
import dev.holdfast.core.plan.PlanProblem;
import java.util.List;
import java.util.stream.Collectors;

/** Words what was found wrong: value, expectation, place, remedy. */
final class Wording {

  private Wording() {}

  /**
   * Something cannot be woven.
   *
   * @param declared what was written for it; nothing if a rule selects it
   */
  static PlanProblem unweavable(
      GuardedMethod method, List<Declaration> declared, Obstacle obstacle) {
    String place = method.name();
    String subject =
        declared.isEmpty() ? "A rule on " + place : origins(declared) + further(declared, place);
    String undo = declared.isEmpty() ? "narrow the rule" : "remove " + annotations(declared);
    return new PlanProblem(
        place, "%s: %s. %s, or %s.".formatted(subject, obstacle.reason(), obstacle.remedy(), undo));
  }

  /** One policy was written differently in places of which none is nearer. */
  static PlanProblem conflict(
      GuardedMethod method, String annotation, List<Declaration> differing) {
    String place = method.name();
    return new PlanProblem(
        place,
        "%s%s: they differ (expected: one, or the same values). Write %s on %s itself."
            .formatted(origins(differing), further(differing, place), annotation, place));
  }

  private static String origins(List<Declaration> declared) {
    return declared.stream()
        .map(declaration -> declaration.origin().text())
        .collect(Collectors.joining(" and "));
  }

  private static String annotations(List<Declaration> declared) {
    return declared.stream()
        .map(Declaration::origin)
        .map(origin -> origin instanceof Origin.Written written ? written.annotation() : "it")
        .distinct()
        .collect(Collectors.joining(" and "));
  }

  /** The method, where what was written does not stand on it. */
  private static String further(List<Declaration> declared, String place) {
    return declared.stream().allMatch(each -> each.origin().text().endsWith(" on " + place))
        ? ""
        : " for " + place;
  }
}
