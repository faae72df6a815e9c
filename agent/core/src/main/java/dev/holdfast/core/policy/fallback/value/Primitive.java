package dev.holdfast.core.policy.fallback.value;

import java.lang.invoke.MethodType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The primitive types, {@code void} among them, and what values of theirs may become. */
public final class Primitive {

  private static final Map<String, Class<?>> TYPES = new LinkedHashMap<>();

  /** Each widens to all that follow it, {@code short} to {@code char} excepted (JLS 5.1.2). */
  private static final List<String> WIDENING =
      List.of("byte", "short", "char", "int", "long", "float", "double");

  static {
    for (Class<?> type :
        List.of(
            void.class,
            boolean.class,
            byte.class,
            short.class,
            char.class,
            int.class,
            long.class,
            float.class,
            double.class)) {
      TYPES.put(type.getName(), type);
    }
  }

  private Primitive() {}

  /** Whether a primitive type has that name. */
  public static boolean isNamed(String name) {
    return TYPES.containsKey(name);
  }

  /** The binary name of the box of a primitive type. */
  public static String box(String name) {
    return MethodType.methodType(type(name)).wrap().returnType().getName();
  }

  /** The primitive type of a box; empty for other types. */
  public static Optional<String> unboxed(String binaryName) {
    return TYPES.keySet().stream().filter(name -> box(name).equals(binaryName)).findFirst();
  }

  /** Whether values of one primitive type become values of the other without a cast. */
  public static boolean widens(String from, String to) {
    if (from.equals(to)) {
      return true;
    }
    int start = WIDENING.indexOf(from);
    boolean isWidening = start >= 0 && start < WIDENING.indexOf(to);
    return isWidening && !to.equals("char");
  }

  static Class<?> type(String name) {
    return Objects.requireNonNull(TYPES.get(name), name);
  }
}
