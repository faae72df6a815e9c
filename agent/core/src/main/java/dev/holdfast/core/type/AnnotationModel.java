package dev.holdfast.core.type;

import java.util.Map;

/**
 * An annotation as written in a class file.
 *
 * @param type the annotation's binary name
 * @param values what was written, by attribute: boxed primitives and strings as themselves, enum
 *     constants and class literals as their (binary) names, arrays as lists; attributes left at
 *     their default are absent
 */
public record AnnotationModel(String type, Map<String, Object> values) {

  public AnnotationModel {
    values = Map.copyOf(values);
  }
}
