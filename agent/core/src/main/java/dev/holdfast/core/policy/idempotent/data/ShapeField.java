package dev.holdfast.core.policy.idempotent.data;

import dev.holdfast.core.type.BoundClass;
import dev.holdfast.core.type.FieldModel;
import dev.holdfast.core.type.TypeRef;
import java.lang.reflect.Modifier;

/**
 * A field that holds a part of a value.
 *
 * @param owner the class that declares it
 * @param declared its type as its class tells it
 * @param type its type where the class is used, type arguments filled in
 */
record ShapeField(String owner, String name, boolean isFinal, TypeRef declared, TypeRef type) {

  static ShapeField of(FieldModel field, BoundClass in) {
    return new ShapeField(
        in.model().name(),
        field.name(),
        Modifier.isFinal(field.modifiers()),
        field.type(),
        in.resolve(field.type()));
  }

  /** Whether a parameter of that type takes it as it is. */
  boolean fits(TypeRef parameter) {
    return parameter.name().equals(declared.name())
        && parameter.dimensions() == declared.dimensions();
  }
}
