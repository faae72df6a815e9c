package dev.holdfast.core.keypath;

import dev.holdfast.core.config.Closest;
import dev.holdfast.core.plan.GuardedMethod;
import dev.holdfast.core.type.ParameterModel;
import dev.holdfast.core.type.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** Checks the operands of a key path against the class files of one method. */
final class PathCheck {

  /** An operand that was checked, or why it cannot be. */
  sealed interface Answer {

    /** It can be read. */
    record Good(PathPart part) implements Answer {}

    /**
     * It cannot.
     *
     * @param reason what resolved, and where it stopped
     * @param remedy what to write instead, as one sentence
     */
    record Bad(String reason, String remedy) implements Answer {}
  }

  private final GuardedMethod method;
  private final List<ParameterModel> parameters;
  private final PathSteps steps;

  PathCheck(GuardedMethod method) {
    this.method = method;
    parameters = method.method().parameters();
    steps = new PathSteps(method.types());
  }

  Answer check(PathTerm term) {
    if (term instanceof PathTerm.Literal literal) {
      return new Answer.Good(new PathPart.Literal(literal.text()));
    }
    if (term instanceof PathTerm.Header header) {
      return new Answer.Good(new PathPart.Header(header.name()));
    }
    PathTerm.Reference reference = (PathTerm.Reference) term;
    return reference.isIndexed() ? indexed(reference) : named(reference);
  }

  private Answer indexed(PathTerm.Reference reference) {
    int index = Integer.parseInt(reference.parameter().substring(1));
    if (index < parameters.size()) {
      return walk(reference, index);
    }
    return new Answer.Bad(
        method.method().name() + " has no " + reference.parameter(), parametersRemedy());
  }

  private Answer named(PathTerm.Reference reference) {
    List<String> names = new ArrayList<>();
    for (int index = 0; index < parameters.size(); index++) {
      Optional<String> name = parameters.get(index).name();
      if (name.filter(reference.parameter()::equals).isPresent()) {
        return walk(reference, index);
      }
      name.ifPresent(names::add);
    }
    if (names.size() < parameters.size()) {
      return new Answer.Bad(
          "the class file holds no parameter names",
          "Write #0 for the first parameter, or compile with -parameters or -g.");
    }
    return new Answer.Bad(
        method.method().name() + " has no parameter " + reference.parameter(),
        names.isEmpty()
            ? parametersRemedy()
            : "Did you mean " + Closest.to(reference.parameter(), names) + "?");
  }

  private String parametersRemedy() {
    return switch (parameters.size()) {
      case 0 -> "A method without parameters takes its key from header:NAME only.";
      case 1 -> "Its only parameter is #0.";
      default -> "Its parameters are #0 to #" + (parameters.size() - 1) + ".";
    };
  }

  private Answer walk(PathTerm.Reference reference, int parameter) {
    List<PathStep> found = new ArrayList<>();
    TypeRef type = enter(parameters.get(parameter).type(), found);
    for (int count = 0; count < reference.steps().size(); count++) {
      Optional<PathStep> step = steps.find(type, reference.steps().get(count));
      if (step.isEmpty()) {
        return stopped(reference, count, type);
      }
      found.add(step.get());
      type = enter(step.get().type(), found);
    }
    return steps.hasText(type)
        ? new Answer.Good(new PathPart.Value(parameter, found))
        : textless(reference, type);
  }

  /** Looks into an {@code Optional}. */
  private TypeRef enter(TypeRef type, List<PathStep> found) {
    Optional<PathStep> content = steps.content(type);
    content.ifPresent(found::add);
    return content.map(PathStep::type).orElse(type);
  }

  private Answer stopped(PathTerm.Reference reference, int count, TypeRef type) {
    String place = reference.upTo(count) + " is " + type;
    if (!steps.isKnown(type)) {
      return new Answer.Bad(
          place + ", whose class file is not found", "End the path before it, or add the class.");
    }
    if (steps.isForeignMap(type)) {
      return new Answer.Bad(place + ", whose keys are no texts", "End the path before it.");
    }
    String step = reference.steps().get(count);
    SortedSet<String> names = steps.names(type);
    return new Answer.Bad(
        place + ", which has no " + step,
        names.isEmpty()
            ? "End the path before it."
            : "Did you mean " + Closest.to(step, names) + "?");
  }

  private Answer textless(PathTerm.Reference reference, TypeRef type) {
    String place = reference.upTo(reference.steps().size());
    SortedSet<String> names = steps.names(type);
    return new Answer.Bad(
        place + " is " + type + ", which has no text of its own",
        names.isEmpty()
            ? "End the path at a number, a text or an enum."
            : "Go on with a step of it, " + place + "." + names.first() + ".");
  }
}
