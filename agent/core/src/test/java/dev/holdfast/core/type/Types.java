package dev.holdfast.core.type;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Class files made up by tests, and those of exceptions that are loaded. */
public final class Types implements ClassModels {

  private static final int PUBLIC = 1;

  private final Map<String, ClassModel> models = new TreeMap<>();

  /** Adds a class, in place of one of the same name. */
  public Types with(ClassModel model) {
    models.put(model.name(), model);
    return this;
  }

  /** A public class below {@code Object}. */
  public static ClassModel type(String name, MethodModel... methods) {
    return type(name, "java.lang.Object", List.of(), methods);
  }

  /** A public class. */
  public static ClassModel type(
      String name, String superName, List<String> interfaces, MethodModel... methods) {
    return new ClassModel(
        name,
        61,
        PUBLIC,
        Optional.of(superName),
        interfaces,
        List.of(),
        List.of(),
        List.of(methods),
        List.of(),
        List.of());
  }

  /** A public method without a result. */
  public static MethodModel method(String name, String... parameterTypes) {
    return method(name, PUBLIC, parameterTypes);
  }

  /** A method without a result. */
  public static MethodModel method(String name, int modifiers, String... parameterTypes) {
    List<ParameterModel> parameters = new ArrayList<>();
    StringBuilder descriptor = new StringBuilder("(");
    for (String type : parameterTypes) {
      boolean isArray = type.endsWith("[]");
      String element = isArray ? type.substring(0, type.length() - 2) : type;
      parameters.add(
          new ParameterModel(
              Optional.empty(), new TypeRef(element, List.of(), isArray ? 1 : 0), List.of()));
      descriptor.append(isArray ? "[L" : "L").append(element.replace('.', '/')).append(';');
    }
    return new MethodModel(
        name,
        descriptor.append(")V").toString(),
        modifiers,
        parameters,
        TypeRef.of("void"),
        List.of());
  }

  @Override
  public Optional<ClassModel> find(String binaryName) {
    return Optional.ofNullable(models.get(binaryName))
        .or(() -> ReflectedModels.ALL.find(binaryName));
  }
}
