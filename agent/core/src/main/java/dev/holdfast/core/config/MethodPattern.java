package dev.holdfast.core.config;

import dev.holdfast.core.plan.GuardedMethod;
import dev.holdfast.core.type.ClassModel;
import dev.holdfast.core.type.ClassModels;
import dev.holdfast.core.type.MethodModel;
import dev.holdfast.core.type.TypeLevel;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Selects methods by name: {@code com.acme.PayClient#charge}, {@code com.acme..*Client#*}, {@code
 * com.acme.Port+#*} (what subtypes declare, too), {@code com.acme.A#m(java.lang.String,..)}.
 *
 * <p>Type names are binary names ({@code Outer$Inner}). {@code *} stands for any characters but
 * dots, {@code ..} in a type name for any packages, as the last parameter for any further ones, and
 * {@code *} as a parameter for one of any type. A method name with a wildcard selects the methods
 * for which an annotation on the type would stand ({@link TypeLevel}); one without selects private
 * ones, too. Bridges, other synthetic methods and constructors are never selected.
 */
public final class MethodPattern {

  /** What to tell who wrote no pattern. */
  public static final String EXPECTED =
      "Type#method, such as com.acme.PayClient#charge, com.acme..*Client#*, com.acme.Port+#* or"
          + " com.acme.A#m(java.lang.String,..)";

  private final String text;
  private final Glob type;
  private final boolean hasSubtypes;
  private final Glob method;
  private final @Nullable ParameterPattern parameters;

  private MethodPattern(
      String text,
      Glob type,
      boolean hasSubtypes,
      Glob method,
      @Nullable ParameterPattern parameters) {
    this.text = text;
    this.type = type;
    this.hasSubtypes = hasSubtypes;
    this.method = method;
    this.parameters = parameters;
  }

  /** The pattern that the text writes; empty if it writes none. */
  public static Optional<MethodPattern> parse(String text) {
    String trimmed = text.trim();
    int hash = trimmed.indexOf('#');
    int open = trimmed.indexOf('(', hash + 1);
    if (hash < 0 || (open >= 0 && !trimmed.endsWith(")"))) {
      return Optional.empty();
    }
    String types = trimmed.substring(0, hash);
    boolean hasSubtypes = types.endsWith("+");
    String type = hasSubtypes ? types.substring(0, types.length() - 1) : types;
    String method = open < 0 ? trimmed.substring(hash + 1) : trimmed.substring(hash + 1, open);
    if (!isTypeGlob(type) || !isMethodGlob(method)) {
      return Optional.empty();
    }
    if (open < 0) {
      return Optional.of(
          new MethodPattern(trimmed, new Glob(type), hasSubtypes, new Glob(method), null));
    }
    return ParameterPattern.parse(trimmed.substring(open + 1, trimmed.length() - 1))
        .map(
            parameters ->
                new MethodPattern(
                    trimmed, new Glob(type), hasSubtypes, new Glob(method), parameters));
  }

  private static boolean isTypeGlob(String type) {
    return isName(type, true) && !type.endsWith(".") && !type.contains("...");
  }

  private static boolean isMethodGlob(String method) {
    return isName(method, false);
  }

  private static boolean isName(String name, boolean mayHaveDots) {
    for (int index = 0; index < name.length(); index++) {
      char c = name.charAt(index);
      boolean isAllowed =
          Character.isJavaIdentifierPart(c) || c == '*' || c == '-' || (mayHaveDots && c == '.');
      if (!isAllowed) {
        return false;
      }
    }
    return !name.isEmpty();
  }

  /** Whether the class of that name could hold selected methods by its own name. */
  public boolean mayMatch(String binaryName) {
    return type.matches(binaryName);
  }

  /** Whether subtypes of the types named are meant, too. */
  public boolean hasSubtypes() {
    return hasSubtypes;
  }

  /** Whether the method is selected. */
  public boolean matches(GuardedMethod guarded) {
    return matches(guarded.owner(), guarded.method(), guarded.types());
  }

  /**
   * Whether the method is selected.
   *
   * @param owner the class that declares it
   * @param types finds the supertypes of the owner
   */
  public boolean matches(ClassModel owner, MethodModel candidate, ClassModels types) {
    return method.matches(candidate.name())
        && !candidate.isSynthetic()
        && !candidate.isInitializer()
        && (!method.hasWildcard() || TypeLevel.includes(owner, candidate))
        && (parameters == null || parameters.matches(candidate.parameters()))
        && matchesType(owner, types);
  }

  private boolean matchesType(ClassModel owner, ClassModels types) {
    return type.matches(owner.name()) || (hasSubtypes && matchesSupertype(owner, types));
  }

  private boolean matchesSupertype(ClassModel owner, ClassModels types) {
    return owner.superName().filter(parent -> matchesNameOrSupertype(parent, types)).isPresent()
        || matchesAny(owner.interfaces(), types);
  }

  private boolean matchesAny(List<String> names, ClassModels types) {
    return names.stream().anyMatch(name -> matchesNameOrSupertype(name, types));
  }

  private boolean matchesNameOrSupertype(String name, ClassModels types) {
    return type.matches(name)
        || types.find(name).filter(model -> matchesSupertype(model, types)).isPresent();
  }

  /** The pattern as written. */
  @Override
  public String toString() {
    return text;
  }
}
