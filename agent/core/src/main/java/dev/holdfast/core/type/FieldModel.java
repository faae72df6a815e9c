package dev.holdfast.core.type;

import java.lang.reflect.Modifier;

/**
 * A field of a class file.
 *
 * @param modifiers as in {@link Modifier}
 */
public record FieldModel(String name, TypeRef type, int modifiers) {

  private static final int ENUM = 0x4000;

  /** Whether the field belongs to the class and not to its instances. */
  public boolean isStatic() {
    return Modifier.isStatic(modifiers);
  }

  /** Whether it is a constant of the enum that declares it. */
  public boolean isEnumConstant() {
    return (modifiers & ENUM) != 0;
  }
}
