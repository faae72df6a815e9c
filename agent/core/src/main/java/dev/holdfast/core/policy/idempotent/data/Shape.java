package dev.holdfast.core.policy.idempotent.data;

import dev.holdfast.core.type.TypeRef;
import java.util.List;
import java.util.Map;

/** What the values of a type look like as data, decided from class files alone. */
public sealed interface Shape {

  /** No value at all: {@code void}. */
  record Nothing() implements Shape {}

  /** One of the types of {@link Scalars}. */
  record Scalar(String type) implements Shape {}

  /** A constant of an enum. */
  record Constant(String type) implements Shape {}

  /** An array. */
  record Elements(TypeRef element) implements Shape {}

  /**
   * A collection.
   *
   * @param type one of {@link Collections}
   */
  record Collected(String type, TypeRef element) implements Shape {}

  /**
   * A map.
   *
   * @param type one of {@link Maps}
   */
  record Mapped(String type, TypeRef key, TypeRef value) implements Shape {}

  /** An {@code Optional}. */
  record Maybe(TypeRef content) implements Shape {}

  /** A {@code ResponseEntity} of Spring: status, headers and body. */
  record Response(TypeRef body) implements Shape {}

  /**
   * A record, or a class that is its fields.
   *
   * @param constructor the descriptor of the constructor that makes it; it takes all parts in
   *     order, or nothing, and the parts are set afterwards; empty where values are only read
   */
  record Composite(String type, String constructor, List<Part> parts) implements Shape {

    public Composite {
      parts = List.copyOf(parts);
    }
  }

  /**
   * A field of a {@link Composite}.
   *
   * @param name unique among the parts
   * @param owner the class that declares the field
   */
  record Part(String name, String owner, String field, TypeRef type) {}

  /**
   * A sealed type.
   *
   * @param leaves the types of its values, by the name that tells them apart in data
   */
  record OneOf(Map<String, TypeRef> leaves) implements Shape {

    public OneOf {
      leaves = Map.copyOf(leaves);
    }
  }
}
