package dev.holdfast.core.type;

import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A class as its class file tells it, without loading it. Names are binary names.
 *
 * @param version the class file's major version
 * @param superName empty for {@code Object} only
 * @param recordComponents empty for classes that are no records
 * @param permitted the permitted subclasses; empty for a class that is not sealed
 * @param variables the names of its type parameters, in order
 * @param supertypes the superclass and the interfaces with their type arguments; of an interface,
 *     {@code Object} first
 */
public record ClassModel(
    String name,
    int version,
    int modifiers,
    Optional<String> superName,
    List<String> interfaces,
    List<AnnotationModel> annotations,
    List<FieldModel> fields,
    List<MethodModel> methods,
    List<FieldModel> recordComponents,
    List<String> permitted,
    List<String> variables,
    List<TypeRef> supertypes) {

  private static final int ENUM = 0x4000;

  public ClassModel {
    interfaces = List.copyOf(interfaces);
    annotations = List.copyOf(annotations);
    fields = List.copyOf(fields);
    methods = List.copyOf(methods);
    recordComponents = List.copyOf(recordComponents);
    permitted = List.copyOf(permitted);
    variables = List.copyOf(variables);
    supertypes = List.copyOf(supertypes);
  }

  /** A class without generics. */
  public ClassModel(
      String name,
      int version,
      int modifiers,
      Optional<String> superName,
      List<String> interfaces,
      List<AnnotationModel> annotations,
      List<FieldModel> fields,
      List<MethodModel> methods,
      List<FieldModel> recordComponents,
      List<String> permitted) {
    this(
        name,
        version,
        modifiers,
        superName,
        interfaces,
        annotations,
        fields,
        methods,
        recordComponents,
        permitted,
        List.of(),
        Stream.concat(superName.stream(), interfaces.stream()).map(TypeRef::of).toList());
  }

  public boolean isInterface() {
    return Modifier.isInterface(modifiers);
  }

  public boolean isAbstract() {
    return Modifier.isAbstract(modifiers);
  }

  public boolean isPublic() {
    return Modifier.isPublic(modifiers);
  }

  public boolean isEnum() {
    return (modifiers & ENUM) != 0;
  }

  public boolean isRecord() {
    return superName.isPresent() && superName.get().equals("java.lang.Record");
  }

  public boolean isSealed() {
    return !permitted.isEmpty();
  }

  /** The package, empty for the unnamed one. */
  public String packageName() {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(0, dot);
  }

  /** The method of that name and descriptor, declared here. */
  public Optional<MethodModel> method(String methodName, String descriptor) {
    return methods.stream()
        .filter(method -> method.name().equals(methodName))
        .filter(method -> method.descriptor().equals(descriptor))
        .findFirst();
  }
}
