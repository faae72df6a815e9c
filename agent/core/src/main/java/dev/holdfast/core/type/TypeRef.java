package dev.holdfast.core.type;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A type as written in a class file, generics included.
 *
 * @param name the binary name ({@code java.util.List}, {@code int}, {@code shop.Cart$Item}); of an
 *     array, that of its innermost element; a type variable or wildcard stands as its bound
 * @param arguments the type arguments, empty for a raw or plain type
 * @param dimensions how many array dimensions, 0 for none
 * @param variable the name of the class's own type parameter where one was written, be it as the
 *     element of an array
 */
public record TypeRef(
    String name, List<TypeRef> arguments, int dimensions, Optional<String> variable) {

  public TypeRef {
    arguments = List.copyOf(arguments);
  }

  /** A type that is no type variable. */
  public TypeRef(String name, List<TypeRef> arguments, int dimensions) {
    this(name, arguments, dimensions, Optional.empty());
  }

  /** A plain type without arguments. */
  public static TypeRef of(String name) {
    return new TypeRef(name, List.of(), 0);
  }

  /** This type, written as the type variable of that name. */
  public TypeRef asVariable(String variableName) {
    return new TypeRef(name, arguments, dimensions, Optional.of(variableName));
  }

  /** This type with type variables replaced; those that are not bound stand as they are. */
  public TypeRef with(Map<String, TypeRef> bindings) {
    TypeRef bound = variable.map(bindings::get).orElse(null);
    return bound != null
        ? new TypeRef(bound.name, bound.arguments, bound.dimensions + dimensions, bound.variable)
        : new TypeRef(
            name,
            arguments.stream().map(argument -> argument.with(bindings)).toList(),
            dimensions,
            variable);
  }

  /** Whether this is exactly the plain class of that name, arguments ignored. */
  public boolean is(String binaryName) {
    return dimensions == 0 && name.equals(binaryName);
  }

  /** Whether values of this type are arrays. */
  public boolean isArray() {
    return dimensions > 0;
  }

  /** As in source code: {@code java.util.List<shop.Item>[]}. */
  @Override
  public String toString() {
    String generic =
        arguments.isEmpty()
            ? ""
            : arguments.stream().map(TypeRef::toString).collect(Collectors.joining(", ", "<", ">"));
    return name + generic + "[]".repeat(dimensions);
  }
}
