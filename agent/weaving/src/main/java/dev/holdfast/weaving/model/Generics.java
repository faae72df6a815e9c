package dev.holdfast.weaving.model;

import dev.holdfast.core.type.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * Joins what a descriptor says (always right) with what a signature adds (types' arguments). A
 * signature that contradicts its descriptor is taken as absent.
 */
final class Generics {

  private Generics() {}

  /**
   * The superclass and the interfaces of a class.
   *
   * @param names their names
   */
  static List<TypeRef> supertypes(
      List<String> names, @Nullable String signature, TypeVariables variables) {
    List<TypeRef> plain = names.stream().map(TypeRef::of).toList();
    if (signature == null) {
      return plain;
    }
    try {
      List<TypeRef> generic = new GenericSignature(signature, variables).supertypes();
      return generic.stream().map(TypeRef::name).toList().equals(names) ? generic : plain;
    } catch (RuntimeException broken) {
      return plain;
    }
  }

  /** The type variables of a class. */
  static TypeVariables variables(@Nullable String signature) {
    try {
      return TypeVariables.ofClass(signature);
    } catch (RuntimeException broken) {
      return TypeVariables.NONE;
    }
  }

  /** The type of a field or record component. */
  static TypeRef type(String descriptor, @Nullable String signature, TypeVariables variables) {
    TypeRef erased = erased(Type.getType(descriptor));
    if (signature == null) {
      return erased;
    }
    try {
      return agreed(new GenericSignature(signature, variables).type(), erased);
    } catch (RuntimeException broken) {
      return erased;
    }
  }

  /**
   * The types of a method's parameters, followed by its return type.
   *
   * @param variables those of the class
   */
  static List<TypeRef> types(
      String descriptor, @Nullable String signature, TypeVariables variables, Places places) {
    List<TypeRef> types = erased(descriptor);
    if (signature != null) {
      try {
        refine(types, new GenericSignature(signature, variables.and(signature)), places);
      } catch (RuntimeException broken) {
        return erased(descriptor);
      }
    }
    return types;
  }

  private static void refine(List<TypeRef> types, GenericSignature signature, Places places) {
    List<TypeRef> declared = signature.parameters();
    for (int i = 0; i < declared.size(); i++) {
      int place = places.of(i, declared.size());
      types.set(place, agreed(declared.get(i), types.get(place)));
    }
    int last = types.size() - 1;
    types.set(last, agreed(signature.type(), types.get(last)));
  }

  private static TypeRef agreed(TypeRef generic, TypeRef erased) {
    boolean agree =
        generic.name().equals(erased.name()) && generic.dimensions() == erased.dimensions();
    return agree ? generic : erased;
  }

  private static List<TypeRef> erased(String descriptor) {
    Type method = Type.getMethodType(descriptor);
    Stream<Type> types =
        Stream.concat(Stream.of(method.getArgumentTypes()), Stream.of(method.getReturnType()));
    return new ArrayList<>(types.map(Generics::erased).toList());
  }

  private static TypeRef erased(Type type) {
    return type.getSort() == Type.ARRAY
        ? new TypeRef(type.getElementType().getClassName(), List.of(), type.getDimensions())
        : TypeRef.of(type.getClassName());
  }
}
