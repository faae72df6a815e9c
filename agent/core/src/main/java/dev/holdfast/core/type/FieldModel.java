package dev.holdfast.core.type;

import java.lang.reflect.Modifier;

/**
 * A field of a class file.
 *
 * @param modifiers as in {@link Modifier}
 */
public record FieldModel(String name, TypeRef type, int modifiers) {

  /** Whether the field belongs to the class and not to its instances. */
  public boolean isStatic() {
    return Modifier.isStatic(modifiers);
  }
}
