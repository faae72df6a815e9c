package dev.holdfast.core.type;

import java.lang.annotation.Annotation;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Annotations of reflection as annotations of class files. A value that was written and equals the
 * default cannot be told from one that was not written: it is left out.
 */
final class ReflectedAnnotations {

  private ReflectedAnnotations() {}

  static List<AnnotationModel> of(Annotation[] annotations) {
    return Arrays.stream(annotations).map(ReflectedAnnotations::of).toList();
  }

  private static AnnotationModel of(Annotation annotation) {
    Map<String, Object> values = new TreeMap<>();
    for (Method attribute : annotation.annotationType().getDeclaredMethods()) {
      Object value = value(annotation, attribute);
      if (!Objects.deepEquals(value, attribute.getDefaultValue())) {
        values.put(attribute.getName(), model(value));
      }
    }
    return new AnnotationModel(annotation.annotationType().getName(), values);
  }

  private static Object value(Annotation annotation, Method attribute) {
    try {
      attribute.setAccessible(true);
      return attribute.invoke(annotation);
    } catch (ReflectiveOperationException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static Object model(Object value) {
    if (value instanceof Class<?> type) {
      return type.getName();
    }
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    if (value instanceof Annotation nested) {
      return of(nested);
    }
    if (value.getClass().isArray()) {
      return IntStream.range(0, Array.getLength(value))
          .mapToObj(index -> model(Array.get(value, index)))
          .toList();
    }
    return value;
  }
}
