package dev.holdfast.core.policy.breaker;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;

/**
 * Who shares which breaker, in the whole JVM, and with what settings: methods that give one name
 * have to agree on the rest.
 *
 * <p>Only what was compiled under one state of the configuration is compared: while a change is
 * compiled method by method, the others still stand there with what they had before, and if it is
 * refused, that stays in force. A state that nobody knows any more is forgotten.
 */
final class SharedNames {

  private final Map<Object, Map<String, List<Use>>> uses = new WeakHashMap<>();

  /**
   * A disagreement.
   *
   * @param attribute what the two differ in
   * @param place the method that was there first
   * @param value what that one says
   */
  record Conflict(String attribute, String place, Object value) {}

  private record Use(String place, Map<String, Object> settings) {}

  /**
   * Registers a method that gives a name, unless it disagrees with another one.
   *
   * @param era the state of the configuration, by identity
   * @param settings what has to be the same, by attribute
   */
  synchronized Optional<Conflict> register(
      String name, String place, Object era, Map<String, Object> settings) {
    List<Use> known =
        uses.computeIfAbsent(era, key -> new HashMap<>())
            .computeIfAbsent(name, key -> new ArrayList<>());
    if (known.stream().anyMatch(use -> isOtherVersion(use, place, settings))) {
      known.clear();
    }
    known.removeIf(use -> use.place.equals(place));
    for (Use other : known) {
      for (Map.Entry<String, Object> setting : settings.entrySet()) {
        Object theirs = requireNonNull(other.settings.get(setting.getKey()));
        if (!setting.getValue().equals(theirs)) {
          return Optional.of(new Conflict(setting.getKey(), other.place, theirs));
        }
      }
    }
    known.add(new Use(place, settings));
    return Optional.empty();
  }

  /** The same method with other settings: its application was deployed anew, and all with it. */
  private static boolean isOtherVersion(Use use, String place, Map<String, Object> settings) {
    return use.place.equals(place) && !use.settings.equals(settings);
  }
}
