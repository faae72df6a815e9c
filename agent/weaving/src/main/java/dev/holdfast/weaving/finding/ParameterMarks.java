package dev.holdfast.weaving.finding;

import dev.holdfast.core.type.AnnotationModel;
import dev.holdfast.core.type.MethodModel;
import dev.holdfast.core.type.ParameterModel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Hands annotations of ours on parameters down to the methods that override. */
final class ParameterMarks {

  private ParameterMarks() {}

  /**
   * The method, its parameters marked as those of the methods that it overrides; a mark that it
   * carries itself, on whichever parameter, keeps out inherited ones of that kind.
   *
   * @param overridden nearest first
   */
  static MethodModel inherited(
      MethodModel method, List<MethodModel> overridden, PolicyAnnotations policies) {
    MethodModel marked = method;
    for (MethodModel each : overridden) {
      marked = marked(marked, each, policies);
    }
    return marked;
  }

  private static MethodModel marked(
      MethodModel method, MethodModel overridden, PolicyAnnotations policies) {
    List<ParameterModel> parameters =
        IntStream.range(0, method.parameters().size())
            .mapToObj(
                index -> {
                  ParameterModel own = method.parameters().get(index);
                  List<AnnotationModel> all = new ArrayList<>(own.annotations());
                  overridden.parameters().get(index).annotations().stream()
                      .filter(mark -> policies.includes(mark.type()))
                      .filter(mark -> !carries(method, mark.type()))
                      .forEach(all::add);
                  return new ParameterModel(own.name(), own.type(), all);
                })
            .toList();
    return parameters.equals(method.parameters())
        ? method
        : new MethodModel(
            method.name(),
            method.descriptor(),
            method.modifiers(),
            parameters,
            method.returnType(),
            method.annotations());
  }

  private static boolean carries(MethodModel method, String annotation) {
    return method.parameters().stream().anyMatch(parameter -> parameter.isAnnotated(annotation));
  }
}
