package dev.holdfast.core.policy.idempotent.data;

import dev.holdfast.core.policy.idempotent.data.Demand.Construction;
import dev.holdfast.core.type.ClassModel;
import dev.holdfast.core.type.MethodModel;
import dev.holdfast.core.type.ParameterModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the constructor by which an instance is made again of its fields: the canonical one of a
 * record; one without parameters, of any visibility, if no field is final; else one whose
 * parameters have the names and types of the fields.
 */
final class Constructors {

  private Constructors() {}

  static Optional<Construction> find(ClassModel type, List<ShapeField> fields) {
    if (type.isRecord()) {
      return constructors(type)
          .filter(constructor -> fitsInOrder(constructor.parameters(), fields))
          .findFirst()
          .map(constructor -> new Construction(constructor.descriptor(), fields));
    }
    if (fields.stream().noneMatch(ShapeField::isFinal)
        && constructors(type).anyMatch(constructor -> constructor.parameters().isEmpty())) {
      return Optional.of(new Construction("()V", fields));
    }
    return constructors(type)
        .filter(constructor -> constructor.parameters().size() == fields.size())
        .flatMap(
            constructor ->
                byName(constructor.parameters(), fields)
                    .map(ordered -> new Construction(constructor.descriptor(), ordered))
                    .stream())
        .findFirst();
  }

  private static Stream<MethodModel> constructors(ClassModel type) {
    return type.methods().stream().filter(method -> method.name().equals("<init>"));
  }

  private static boolean fitsInOrder(List<ParameterModel> parameters, List<ShapeField> fields) {
    if (parameters.size() != fields.size()) {
      return false;
    }
    for (int index = 0; index < fields.size(); index++) {
      if (!fields.get(index).fits(parameters.get(index).type())) {
        return false;
      }
    }
    return true;
  }

  /** The fields in the order of the parameters that take them. */
  private static Optional<List<ShapeField>> byName(
      List<ParameterModel> parameters, List<ShapeField> fields) {
    List<ShapeField> ordered = new ArrayList<>();
    for (ParameterModel parameter : parameters) {
      fields.stream()
          .filter(field -> parameter.name().filter(field.name()::equals).isPresent())
          .filter(field -> field.fits(parameter.type()))
          .findFirst()
          .ifPresent(ordered::add);
    }
    return ordered.size() == fields.size() ? Optional.of(ordered) : Optional.empty();
  }
}
