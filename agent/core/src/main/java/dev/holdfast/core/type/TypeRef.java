package dev.holdfast.core.type;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A type as written in a class file, generics included.
 *
 * @param name the binary name ({@code java.util.List}, {@code int}, {@code shop.Cart$Item}); of an
 *     array, that of its innermost element; a type variable or wildcard stands as its bound
 * @param arguments the type arguments, empty for a raw or plain type
 * @param dimensions how many array dimensions, 0 for none
 */
public record TypeRef(String name, List<TypeRef> arguments, int dimensions) {

  public TypeRef {
    arguments = List.copyOf(arguments);
  }

  /** A plain type without arguments. */
  public static TypeRef of(String name) {
    return new TypeRef(name, List.of(), 0);
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
