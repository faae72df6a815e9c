package dev.holdfast.core.keypath;

import dev.holdfast.core.type.BoundClass;
import dev.holdfast.core.type.ClassModels;
import dev.holdfast.core.type.FieldModel;
import dev.holdfast.core.type.MethodModel;
import dev.holdfast.core.type.TypeRef;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Finds the steps of key paths in class files. Members of the JDK count if they are public. */
record PathSteps(ClassModels types) {

  private static final Map<String, String> OPTIONALS =
      Map.of(
          "java.util.Optional", "java.lang.Object",
          "java.util.OptionalInt", "int",
          "java.util.OptionalLong", "long",
          "java.util.OptionalDouble", "double");

  private static final Set<String> PRIMITIVES =
      Set.of("boolean", "byte", "char", "short", "int", "long", "float", "double");

  /**
   * The step of that name from a type: {@code id()}, {@code getId()}, {@code isId()} or the field,
   * in this order, be it inherited; the entry of a map whose keys may be texts.
   */
  Optional<PathStep> find(TypeRef from, String name) {
    List<BoundClass> lineage = lineage(from);
    Optional<BoundClass> map = map(lineage);
    if (map.isPresent()) {
      return entry(map.get(), name);
    }
    for (String method : List.of(name, prefixed("get", name), prefixed("is", name))) {
      for (BoundClass type : lineage) {
        Optional<PathStep> found = method(type, method);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return lineage.stream().flatMap(type -> field(type, name).stream()).findFirst();
  }

  /** The step into an {@code Optional}, which nobody writes. */
  Optional<PathStep> content(TypeRef of) {
    String erased = of.isArray() ? null : OPTIONALS.get(of.name());
    if (erased == null) {
      return Optional.empty();
    }
    TypeRef content = of.arguments().isEmpty() ? TypeRef.of(erased) : of.arguments().get(0);
    return Optional.of(new PathStep(PathStep.Kind.CONTENT, of.name(), "", content));
  }

  /** The names of all steps from a type, in alphabetical order. */
  SortedSet<String> names(TypeRef from) {
    SortedSet<String> names = new TreeSet<>();
    for (BoundClass type : lineage(from)) {
      type.model().methods().stream()
          .filter(method -> isStep(type, method))
          .forEach(method -> names.add(bare(method.name())));
      type.model().fields().stream()
          .filter(field -> isStep(type, field))
          .forEach(field -> names.add(field.name()));
    }
    return names;
  }

  /** Whether values of a type have a text of their own: a number, an enum, a {@code toString}. */
  boolean hasText(TypeRef type) {
    return isPrimitive(type)
        || lineage(type).stream()
            .anyMatch(each -> each.model().method("toString", "()Ljava/lang/String;").isPresent());
  }

  /** Whether the class file of a type is there. */
  boolean isKnown(TypeRef type) {
    return type.isArray() || isPrimitive(type) || types.find(type.name()).isPresent();
  }

  /** Whether it is a map whose keys cannot be texts. */
  boolean isForeignMap(TypeRef type) {
    return map(lineage(type)).filter(map -> entry(map, "").isEmpty()).isPresent();
  }

  private static boolean isPrimitive(TypeRef type) {
    return !type.isArray() && PRIMITIVES.contains(type.name());
  }

  private List<BoundClass> lineage(TypeRef type) {
    return BoundClass.of(type, types).map(known -> known.lineage(types)).orElse(List.of());
  }

  private static Optional<BoundClass> map(List<BoundClass> lineage) {
    return lineage.stream().filter(type -> type.model().name().equals("java.util.Map")).findFirst();
  }

  private static Optional<PathStep> entry(BoundClass map, String name) {
    List<TypeRef> arguments = map.type().arguments();
    TypeRef key = arguments.size() == 2 ? arguments.get(0) : TypeRef.of("java.lang.Object");
    TypeRef value = arguments.size() == 2 ? arguments.get(1) : TypeRef.of("java.lang.Object");
    boolean mayBeText = key.is("java.lang.String") || key.is("java.lang.Object");
    return mayBeText
        ? Optional.of(new PathStep(PathStep.Kind.ENTRY, "java.util.Map", name, value))
        : Optional.empty();
  }

  private static Optional<PathStep> method(BoundClass type, String name) {
    return type.model().methods().stream()
        .filter(method -> method.name().equals(name) && isStep(type, method))
        .findFirst()
        .map(
            method ->
                new PathStep(
                    PathStep.Kind.METHOD,
                    type.model().name(),
                    name,
                    type.resolve(method.returnType())));
  }

  private static Optional<PathStep> field(BoundClass type, String name) {
    return type.model().fields().stream()
        .filter(field -> field.name().equals(name) && isStep(type, field))
        .findFirst()
        .map(
            field ->
                new PathStep(
                    PathStep.Kind.FIELD, type.model().name(), name, type.resolve(field.type())));
  }

  private static boolean isStep(BoundClass type, MethodModel method) {
    return method.parameters().isEmpty()
        && !method.isStatic()
        && !method.isSynthetic()
        && !method.isInitializer()
        && !method.returnType().is("void")
        && isReachable(type, method.modifiers());
  }

  private static boolean isStep(BoundClass type, FieldModel field) {
    return !field.isStatic() && isReachable(type, field.modifiers());
  }

  private static boolean isReachable(BoundClass type, int modifiers) {
    return Modifier.isPublic(modifiers) || !type.model().name().startsWith("java.");
  }

  private static String prefixed(String prefix, String name) {
    return prefix + Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  /** The step that reads a member: {@code id} for {@code getId}. */
  private static String bare(String member) {
    int prefix = member.startsWith("get") ? 3 : member.startsWith("is") ? 2 : 0;
    boolean isPrefixed =
        prefix > 0 && member.length() > prefix && Character.isUpperCase(member.charAt(prefix));
    return isPrefixed
        ? Character.toLowerCase(member.charAt(prefix)) + member.substring(prefix + 1)
        : member;
  }
}
