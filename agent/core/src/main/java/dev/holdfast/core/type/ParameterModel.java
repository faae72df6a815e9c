package dev.holdfast.core.type;

import java.util.List;
import java.util.Optional;

/**
 * A parameter of a method.
 *
 * @param name from {@code MethodParameters}, else from debug information; empty if the class file
 *     holds neither
 */
public record ParameterModel(
    Optional<String> name, TypeRef type, List<AnnotationModel> annotations) {

  public ParameterModel {
    annotations = List.copyOf(annotations);
  }

  /** Whether the parameter carries an annotation of that binary name. */
  public boolean isAnnotated(String annotation) {
    return annotations.stream().anyMatch(written -> written.type().equals(annotation));
  }
}
