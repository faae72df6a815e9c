package dev.holdfast.core.policy.fallback.value;

import dev.holdfast.core.config.Closest;
import dev.holdfast.core.type.ClassModel;
import dev.holdfast.core.type.ClassModels;
import dev.holdfast.core.type.FieldModel;
import dev.holdfast.core.type.TypeRef;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Reads literals as values of a return type: primitives and their boxes, texts, numbers, enums by
 * constant, {@code java.time}, UUIDs and URIs; what an {@code Optional} of one of these or a future
 * of one of these holds. The text {@code null} is null where it can be and is no text itself.
 *
 * @param types finds enums as the guarded method's loader would
 */
public record Literals(ClassModels types) {

  private static final String BY_METHOD = "Name a method that makes one.";

  /** What came of reading a literal. */
  public sealed interface Reading {

    /** It fits. */
    record Read(Literal literal) implements Reading {}

    /**
     * It does not.
     *
     * @param expected what would, {@code true or false}
     * @param remedy what to do, as one sentence
     */
    record Unreadable(String expected, String remedy) implements Reading {}
  }

  /** Reads a literal as a value of that type. */
  public Reading read(String text, TypeRef type) {
    if (type.is("void")) {
      return new Reading.Unreadable("none, because the method returns nothing", "Leave it out.");
    }
    if (Platform.isFuture(type.name()) && !type.isArray()) {
      return inside(text, type, Literal.Completed::new);
    }
    if (type.is("java.util.Optional")) {
      return inside(text, type, Literal.Present::new);
    }
    if (text.strip().equals("null") && mayBeNull(type)) {
      return new Reading.Read(new Literal.Fixed(null));
    }
    LiteralFormat format = type.isArray() ? null : LiteralFormat.of(type.name());
    return format == null ? readConstant(text, type) : readFormat(text, type, format);
  }

  private Reading inside(String text, TypeRef type, UnaryOperator<Literal> wrapper) {
    TypeRef content =
        type.arguments().isEmpty() ? TypeRef.of("java.lang.Object") : type.arguments().get(0);
    Reading reading = read(text, content);
    return reading instanceof Reading.Read read
        ? new Reading.Read(wrapper.apply(read.literal()))
        : reading;
  }

  private static boolean mayBeNull(TypeRef type) {
    return type.isArray() || !(Primitive.isNamed(type.name()) || LiteralFormat.isText(type.name()));
  }

  private static Reading readFormat(String text, TypeRef type, LiteralFormat format) {
    boolean isVerbatim = LiteralFormat.isText(type.name()) || text.length() == 1;
    Optional<Object> value = format.read(isVerbatim ? text : text.strip());
    return value.isPresent()
        ? new Reading.Read(new Literal.Fixed(value.get()))
        : new Reading.Unreadable(format.expected(), "Correct it, or name a method.");
  }

  private Reading readConstant(String text, TypeRef type) {
    Optional<ClassModel> found =
        type.isArray() ? Optional.empty() : types.find(type.name()).filter(ClassModel::isEnum);
    if (found.isEmpty()) {
      return new Reading.Unreadable("a method, as there are no literals of " + type, BY_METHOD);
    }
    List<String> constants =
        found.get().fields().stream()
            .filter(FieldModel::isEnumConstant)
            .map(FieldModel::name)
            .toList();
    String name = text.strip();
    if (constants.contains(name)) {
      return new Reading.Read(new Literal.Constant(type.name(), name));
    }
    return constants.isEmpty()
        ? new Reading.Unreadable("a method, as " + type + " has no constants", BY_METHOD)
        : new Reading.Unreadable(
            "one of " + String.join(", ", constants), "Write " + Closest.to(name, constants) + ".");
  }
}
