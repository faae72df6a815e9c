package dev.holdfast.core.policy.idempotent;

import dev.holdfast.IdempotencyKey;
import dev.holdfast.core.type.MethodModel;
import dev.holdfast.core.type.ParameterModel;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The parameters that carry {@link IdempotencyKey}. */
final class KeyParameters {

  private KeyParameters() {}

  /** The indexes of all of them, in order. */
  static IntStream all(MethodModel method) {
    return IntStream.range(0, method.parameters().size())
        .filter(index -> carriesKeys(method, index));
  }

  static boolean carriesKeys(MethodModel method, int index) {
    return method.parameters().get(index).isAnnotated(IdempotencyKey.class.getName());
  }

  static OptionalInt first(MethodModel method) {
    return all(method).findFirst();
  }

  /** What messages call a parameter: its name, else its index. */
  static String label(MethodModel method, int index) {
    return method.parameters().get(index).name().orElse("#" + index);
  }

  /** Whether a key can be put into it. */
  static boolean takesKeys(ParameterModel parameter) {
    return parameter.type().is("java.lang.String") || parameter.type().is("java.util.UUID");
  }

  /** A key as the parameter takes it; null if it is no UUID and has to be. */
  static @Nullable Object argument(ParameterModel parameter, String key) {
    if (!parameter.type().is("java.util.UUID")) {
      return key;
    }
    try {
      return UUID.fromString(key);
    } catch (IllegalArgumentException noUuid) {
      return null;
    }
  }
}
