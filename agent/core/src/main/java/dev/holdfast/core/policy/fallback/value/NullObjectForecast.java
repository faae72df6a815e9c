package dev.holdfast.core.policy.fallback.value;

import dev.holdfast.core.type.ClassModel;
import dev.holdfast.core.type.ClassModels;
import dev.holdfast.core.type.TypeRef;
import java.util.Optional;

/**
 * Tells from class files where {@link NullObjects} will have to answer null.
 *
 * @param types finds classes as the guarded method's loader would
 * @param user the class that declares the guarded method
 */
public record NullObjectForecast(ClassModels types, ClassModel user) {

  /**
   * Why the null object of that type is null, as one clause; empty if it is not, or if null is all
   * that the type has.
   */
  public Optional<String> whyNull(TypeRef type) {
    if (type.isArray() || PlatformNullObjects.find(type.name()).isPresent()) {
      return Optional.empty();
    }
    if (Platform.isFuture(type.name())) {
      return type.arguments().isEmpty()
          ? Optional.of("a raw " + type.name() + " does not say what it holds")
          : whyNull(type.arguments().get(0));
    }
    Optional<ClassModel> found = types.find(type.name());
    if (found.isEmpty()) {
      return Optional.of("the class file of " + type.name() + " cannot be found");
    }
    Visibility visibility = new Visibility(types, user);
    return OwnNullObject.isOffered(found.get(), visibility::includes)
        ? Optional.empty()
        : whyNull(found.get());
  }

  private static Optional<String> whyNull(ClassModel type) {
    if (Platform.owns(type.name())) {
      return Optional.of(type.name() + " is a type of the platform");
    }
    if (!type.isInterface()) {
      return Optional.of(
          "%s is a class without a constant %s or a factory %s() of its own type"
              .formatted(
                  type.name(),
                  String.join(", ", OwnNullObject.CONSTANTS),
                  String.join("(), ", OwnNullObject.FACTORIES)));
    }
    return type.isSealed() ? Optional.of(type.name() + " is sealed") : Optional.empty();
  }
}
