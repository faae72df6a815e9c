package dev.holdfast.core.type;

/**
 * The methods for which something written on a type stands: an annotation there, or the rule
 * pattern {@code Type#*}.
 *
 * <p>All non-private methods that the type declares, except constructors, synthetic and bridge
 * methods, overrides of {@code Object}'s methods, record accessors, an enum's {@code values} and
 * {@code valueOf}, and {@code main}. Private methods are left out because they are mostly called by
 * the others: attempts would multiply.
 */
public final class TypeLevel {

  private TypeLevel() {}

  /** Whether what is written on the type stands for the method, which the type declares. */
  public static boolean includes(ClassModel type, MethodModel method) {
    return !method.isPrivate()
        && !method.isInitializer()
        && !method.isSynthetic()
        && !overridesObject(method)
        && !isMain(method)
        && !isEnumMethod(type, method)
        && !isRecordAccessor(type, method);
  }

  private static boolean overridesObject(MethodModel method) {
    return switch (method.name() + method.descriptor()) {
      case "equals(Ljava/lang/Object;)Z", "hashCode()I", "toString()Ljava/lang/String;" -> true;
      case "finalize()V" -> true;
      default -> method.name().equals("clone") && method.parameters().isEmpty();
    };
  }

  /** Java 25 also starts a {@code main} without parameters, or of an instance (JEP 512). */
  private static boolean isMain(MethodModel method) {
    return method.name().equals("main")
        && (method.descriptor().equals("([Ljava/lang/String;)V")
            || method.descriptor().equals("()V"));
  }

  private static boolean isEnumMethod(ClassModel type, MethodModel method) {
    if (!type.isEnum() || !method.isStatic()) {
      return false;
    }
    return (method.name().equals("values") && method.parameters().isEmpty())
        || (method.name().equals("valueOf")
            && method.parameters().size() == 1
            && method.parameters().get(0).type().is("java.lang.String"));
  }

  private static boolean isRecordAccessor(ClassModel type, MethodModel method) {
    return type.isRecord()
        && !method.isStatic()
        && method.parameters().isEmpty()
        && type.recordComponents().stream()
            .anyMatch(component -> component.name().equals(method.name()));
  }
}
