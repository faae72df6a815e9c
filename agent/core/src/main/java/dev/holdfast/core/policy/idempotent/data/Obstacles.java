package dev.holdfast.core.policy.idempotent.data;

import dev.holdfast.core.type.ClassModel;
import dev.holdfast.core.type.ClassModels;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Why values of a class, other than its fields, stand in the way of their being data. */
record Obstacles(ClassModels types) {

  private static final Map<String, String> FAMILIES =
      Map.of(
          "java.io.InputStream", "is consumed by reading it",
          "java.io.Reader", "is consumed by reading it",
          "java.util.Iterator", "is consumed by reading it",
          "java.util.stream.BaseStream", "is consumed by reading it",
          "java.util.Collection", "is a collection that is not known to come back equal",
          "java.util.Map", "is a map that is not known to come back equal");

  private static final Set<String> ENTITIES =
      Set.of("jakarta.persistence.Entity", "javax.persistence.Entity");

  /** Goes on after "which"; empty if its fields decide. */
  Optional<String> of(ClassModel type) {
    if (type.name().equals("java.lang.Object")) {
      return Optional.of("may be anything");
    }
    Optional<String> family = family(type);
    if (family.isPresent()) {
      return family;
    }
    if (type.isSealed()) {
      return type.isAbstract()
          ? Optional.empty()
          : Optional.of("is sealed, and has values that are no subclass's");
    }
    if (type.isInterface()) {
      return Optional.of("is an interface that anything may implement");
    }
    if (type.isAbstract()) {
      return Optional.of("is abstract and not sealed");
    }
    return ofConcrete(type);
  }

  private Optional<String> ofConcrete(ClassModel type) {
    if (isOfJdk(type.name())) {
      return Optional.of("is a class of the JDK that is no data");
    }
    if (type.annotations().stream().anyMatch(each -> ENTITIES.contains(each.type()))) {
      return Optional.of("is a JPA entity, whose parts and identity live in a persistence context");
    }
    boolean isEmpty = type.fields().stream().allMatch(field -> field.isStatic());
    return type.isRecord() ? Optional.empty() : inherited(type, isEmpty);
  }

  /** What a class inherits from superclasses of which nothing is known. */
  private Optional<String> inherited(ClassModel type, boolean isEmpty) {
    String parent = type.superName().orElse("java.lang.Object");
    if (parent.equals("java.lang.Object")) {
      return isEmpty ? Optional.of("has no fields that tell its values apart") : Optional.empty();
    }
    Optional<ClassModel> model = types.find(parent);
    if (isOfJdk(parent) || model.isEmpty()) {
      return Optional.of("inherits from " + parent + " what is not known");
    }
    boolean isStillEmpty =
        isEmpty && model.get().fields().stream().allMatch(field -> field.isStatic());
    return inherited(model.get(), isStillEmpty);
  }

  private Optional<String> family(ClassModel type) {
    return FAMILIES.entrySet().stream()
        .filter(family -> types.isSubtype(type.name(), family.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static boolean isOfJdk(String name) {
    return name.startsWith("java.") || name.startsWith("javax.") || name.startsWith("jdk.");
  }
}
