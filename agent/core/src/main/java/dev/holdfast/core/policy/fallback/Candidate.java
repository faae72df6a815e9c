package dev.holdfast.core.policy.fallback;

import dev.holdfast.core.type.BoundClass;
import dev.holdfast.core.type.MethodModel;
import dev.holdfast.core.type.TypeRef;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A method that might stand in for another one.
 *
 * @param in the class that declares it, as seen from where it was looked for
 */
record Candidate(BoundClass in, MethodModel method) {

  /** Its parameters as they stand in the class from which it is inherited. */
  List<TypeRef> parameters() {
    return method.parameters().stream().map(parameter -> in.resolve(parameter.type())).toList();
  }

  /** Its result, likewise. */
  TypeRef result() {
    return in.resolve(method.returnType());
  }

  /** As a person would write it: {@code static none(int) returning long}. */
  String text() {
    String parameters =
        parameters().stream().map(TypeRef::toString).collect(Collectors.joining(", "));
    return "%s%s(%s) returning %s"
        .formatted(method.isStatic() ? "static " : "", method.name(), parameters, result());
  }
}
