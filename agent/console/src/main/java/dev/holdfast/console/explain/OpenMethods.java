package dev.holdfast.console.explain;

import dev.holdfast.core.plan.Declaration;
import dev.holdfast.core.plan.GuardedMethod;
import dev.holdfast.core.type.ClassModel;
import dev.holdfast.core.type.MethodModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Methods without a body that something was written on: somebody has to implement them. */
final class OpenMethods {

  private final List<Open> opens = new ArrayList<>();
  private final List<ClassModel> scanned = new ArrayList<>();

  private record Open(GuardedMethod method, List<Declaration> declarations) {}

  void add(GuardedMethod method, List<Declaration> declarations) {
    opens.add(new Open(method, declarations));
  }

  /** Another class that was read. */
  void scanned(ClassModel model) {
    scanned.add(model);
  }

  /**
   * One message for each that nothing implements.
   *
   * @param elsewhere names of methods that lambdas implement, which is told of each of those
   */
  List<String> problems(Set<String> elsewhere) {
    return opens.stream()
        .filter(open -> !elsewhere.contains(open.method().name()))
        .filter(open -> scanned.stream().noneMatch(type -> implementsIt(type, open.method())))
        .map(OpenMethods::message)
        .toList();
  }

  private static boolean implementsIt(ClassModel type, GuardedMethod open) {
    String owner = open.owner().name();
    if (type.name().equals(owner) || !open.types().isSubtype(type.name(), owner)) {
      return false;
    }
    return !type.isAbstract() || type.methods().stream().anyMatch(own -> hasBody(own, open));
  }

  private static boolean hasBody(MethodModel own, GuardedMethod open) {
    return !own.isAbstract()
        && own.name().equals(open.method().name())
        && own.parameters().size() == open.method().parameters().size();
  }

  private static String message(Open open) {
    String origins =
        open.declarations().stream()
            .map(declaration -> declaration.origin().text())
            .distinct()
            .collect(Collectors.joining(" and "));
    String place = open.method().name();
    return "%s%s: abstract, and nothing in the given paths implements it (expected: a class with a body to guard). Give the path that holds one, or remove what is written."
        .formatted(origins, origins.endsWith(" on " + place) ? "" : " for " + place);
  }
}
