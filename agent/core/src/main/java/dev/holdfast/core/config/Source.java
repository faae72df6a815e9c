package dev.holdfast.core.config;

import java.util.Map;
import java.util.TreeMap;

/**
 * One place where keys are set.
 *
 * @param name as messages name it: {@code system property}, {@code file retry.properties}
 * @param values the values by whole key, {@code holdfast.mode}
 */
public record Source(String name, Map<String, String> values) {

  public Source {
    values = Map.copyOf(values);
  }

  /** A source in which nothing is set. */
  public static Source empty(String name) {
    return new Source(name, Map.of());
  }

  /** This source with one more value, in place of an older one of the same key. */
  Source with(String key, String value) {
    return with(Map.of(key, value));
  }

  /** This source with more values, in place of older ones of the same keys. */
  Source with(Map<String, String> further) {
    Map<String, String> more = new TreeMap<>(values);
    more.putAll(further);
    return new Source(name, more);
  }
}
