package dev.holdfast.core.view;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The state of something at one moment, for whoever looks on.
 *
 * @param kind what it is, in one word: {@code breaker}
 * @param name what it is called; holds no secret
 * @param state where it stands, in a word or two: {@code half-open}
 * @param figures what is known of it in numbers, by name; units stand in the names
 */
public record StateView(String kind, String name, String state, SortedMap<String, Long> figures) {

  public StateView {
    figures = Collections.unmodifiableSortedMap(new TreeMap<>(figures));
  }

  /** A state with these figures. */
  public static StateView of(String kind, String name, String state, Map<String, Long> figures) {
    return new StateView(kind, name, state, new TreeMap<>(figures));
  }
}
