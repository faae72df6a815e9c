package dev.holdfast.core.plan;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One attribute of a policy, as its annotation declares it.
 *
 * @param name as in the annotation, {@code maxAttempts}
 * @param key as in configuration, {@code max-attempts}
 * @param type the annotation's type
 * @param builtIn the default, in the form of {@link
 *     dev.holdfast.core.type.AnnotationModel#values()}; empty if a value must be given
 */
public record PolicyAttribute(String name, String key, Class<?> type, Optional<Object> builtIn) {

  static PolicyAttribute of(Method declared) {
    return new PolicyAttribute(
        declared.getName(),
        KebabCase.of(declared.getName()),
        declared.getReturnType(),
        Optional.ofNullable(plain(declared.getDefaultValue())));
  }

  private static @Nullable Object plain(@Nullable Object value) {
    if (value instanceof Class<?> type) {
      return type.getName();
    }
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    if (value instanceof Object[] array) {
      List<Object> list = new ArrayList<>();
      for (Object element : array) {
        Object simple = plain(element);
        if (simple != null) {
          list.add(simple);
        }
      }
      return List.copyOf(list);
    }
    return value;
  }
}
