package dev.holdfast.core.policy.idempotent.data;

import dev.holdfast.core.type.TypeRef;
import java.util.Map;

/**
 * The shape of a type, and of all types inside it; a type may be inside itself.
 *
 * @param root the type
 * @param table holds the root and every type that a shape in it names
 */
public record Shapes(TypeRef root, Map<TypeRef, Shape> table) {

  public Shapes {
    table = Map.copyOf(table);
  }

  /** The shape of a type in the table. */
  Shape of(TypeRef type) {
    Shape shape = table.get(type);
    if (shape == null) {
      throw new IllegalArgumentException("type: " + type + " (expected: one of the table)");
    }
    return shape;
  }
}
