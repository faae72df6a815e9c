package dev.holdfast.core.policy.idempotent.data;

import dev.holdfast.core.type.BoundClass;
import dev.holdfast.core.type.ClassModel;
import dev.holdfast.core.type.ClassModels;
import dev.holdfast.core.type.TypeRef;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out from class files whether values of a type can become data, and how.
 *
 * <p>Data are: numbers, texts, times and other {@link Scalars}, enums, arrays, {@link Containers},
 * {@code Optional}s, records, sealed types, {@code ResponseEntity}s of Spring, and classes that are
 * their fields: not of the JDK, not abstract, made again by one of {@link Constructors}. Of a class
 * that is not final, values of subclasses are refused when they turn up. Transient fields are no
 * part of a value.
 */
public final class Storability {

  /** A generic type can hold itself as an argument of itself, and so on without an end. */
  private static final int DEEPEST_ARGUMENTS = 20;

  private static final int TRANSIENT_OR_STATIC = Modifier.TRANSIENT | Modifier.STATIC;

  private final ClassModels types;
  private final Demand demand;
  private final Map<TypeRef, Optional<Shape>> table = new LinkedHashMap<>();
  private final List<Flaw> flaws = new ArrayList<>();

  private Storability(ClassModels types, Demand demand) {
    this.types = types;
    this.demand = demand;
  }

  /** What was found out about a type. */
  public sealed interface Finding {

    /** Its values are data. */
    record Storable(Shapes shapes) implements Finding {}

    /** Some are not, for one or more reasons. */
    record Flawed(List<Flaw> flaws) implements Finding {
      public Flawed {
        flaws = List.copyOf(flaws);
      }
    }
  }

  /** Whether values of the type can be stored, and come back equal. */
  public static Finding ofResult(TypeRef type, ClassModels types) {
    return new Storability(types, Demand.READ_AND_MAKE).find(type);
  }

  /** Whether values of the type have a canonical form; they need not come back. */
  public static Finding ofArgument(TypeRef type, ClassModels types) {
    return new Storability(types, Demand.READ).find(type);
  }

  private Finding find(TypeRef root) {
    visit(root, new TypeRef(root.name(), root.arguments(), 0).toString());
    if (!flaws.isEmpty()) {
      return new Finding.Flawed(flaws);
    }
    Map<TypeRef, Shape> shapes = new LinkedHashMap<>();
    table.forEach((type, shape) -> shape.ifPresent(known -> shapes.put(type, known)));
    return new Finding.Storable(new Shapes(root, shapes));
  }

  private void visit(TypeRef type, String path) {
    if (table.containsKey(type)) {
      return;
    }
    if (depth(type) > DEEPEST_ARGUMENTS) {
      flaws.add(new Flaw(path, type.toString(), "is a type inside itself without an end"));
      return;
    }
    table.put(type, Optional.empty());
    table.put(type, Optional.ofNullable(shape(type, path)));
  }

  private @Nullable Shape shape(TypeRef type, String path) {
    if (type.isArray()) {
      TypeRef element =
          new TypeRef(type.name(), type.arguments(), type.dimensions() - 1, type.variable());
      visit(element, path + "[]");
      return new Shape.Elements(element);
    }
    if (type.is("void") || type.is("java.lang.Void")) {
      return new Shape.Nothing();
    }
    if (Scalars.include(type.name())) {
      return new Shape.Scalar(type.name());
    }
    if (Containers.includeCollection(type.name())) {
      return new Shape.Collected(type.name(), argument(type, 0, path + "[]"));
    }
    if (Containers.includeMap(type.name()) || type.is("java.util.Map$Entry")) {
      TypeRef key = argument(type, 0, path + "[key]");
      return new Shape.Mapped(type.name(), key, argument(type, 1, path + "[]"));
    }
    if (type.is("java.util.Optional")) {
      return new Shape.Maybe(argument(type, 0, path));
    }
    if (type.is(ResponseMembers.TYPE)) {
      return new Shape.Response(argument(type, 0, path + ".body"));
    }
    Optional<BoundClass> known = BoundClass.of(type, types);
    return known.isEmpty()
        ? flaw(path, type, "has no class file that can be found")
        : ofClass(known.get(), path);
  }

  private TypeRef argument(TypeRef type, int index, String path) {
    TypeRef argument =
        index < type.arguments().size()
            ? type.arguments().get(index)
            : TypeRef.of("java.lang.Object");
    visit(argument, path);
    return argument;
  }

  private @Nullable Shape ofClass(BoundClass type, String path) {
    ClassModel model = type.model();
    if (model.isEnum()) {
      return new Shape.Constant(model.name());
    }
    Optional<String> obstacle = new Obstacles(types).of(model);
    if (obstacle.isPresent()) {
      return flaw(path, type.type(), obstacle.get());
    }
    return model.isSealed() ? oneOf(type, path) : composite(type, path);
  }

  private Shape oneOf(BoundClass type, String path) {
    Map<String, TypeRef> leaves = new SealedLeaves(types).of(type);
    leaves.forEach((name, leaf) -> visit(leaf, path + "(" + name + ")"));
    return new Shape.OneOf(leaves);
  }

  private @Nullable Shape composite(BoundClass type, String path) {
    List<ShapeField> fields = fields(type);
    Optional<Demand.Construction> construction = demand.meet(type.model(), fields);
    if (construction.isEmpty()) {
      return flaw(
          path, type.type(), "has no constructor that takes nothing, or exactly its fields");
    }
    List<Shape.Part> parts = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (ShapeField field : construction.get().fields()) {
      visit(field.type(), path + "." + field.name());
      String name = names.add(field.name()) ? field.name() : field.owner() + "." + field.name();
      parts.add(new Shape.Part(name, field.owner(), field.name(), field.type()));
    }
    return new Shape.Composite(type.model().name(), construction.get().constructor(), parts);
  }

  private List<ShapeField> fields(BoundClass type) {
    if (type.model().isRecord()) {
      return type.model().recordComponents().stream()
          .map(component -> ShapeField.of(component, type))
          .toList();
    }
    List<ShapeField> fields = new ArrayList<>();
    for (BoundClass each : type.lineage(types)) {
      if (!each.model().isInterface()) {
        each.model().fields().stream()
            .filter(field -> (field.modifiers() & TRANSIENT_OR_STATIC) == 0)
            .forEach(field -> fields.add(ShapeField.of(field, each)));
      }
    }
    return fields;
  }

  private static int depth(TypeRef type) {
    return 1 + type.arguments().stream().mapToInt(Storability::depth).max().orElse(0);
  }

  private @Nullable Shape flaw(String path, TypeRef type, String reason) {
    flaws.add(new Flaw(path, type.toString(), reason));
    return null;
  }
}
