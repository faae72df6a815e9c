package dev.holdfast.core.policy.breaker;

import java.util.Optional;

/**
 * What a breaker is called.
 *
 * @param name the name that was given, or the guard's
 * @param key a short hash of the key value that it is for; empty: it is for all calls
 */
public record BreakerId(String name, Optional<String> key) {

  /** The breaker for all calls of that name. */
  static BreakerId of(String name) {
    return new BreakerId(name, Optional.empty());
  }

  /** The name, and the key where there is one. */
  String label() {
    return key.map(hash -> name + " (key " + hash + ")").orElse(name);
  }

  /** As messages show it. */
  @Override
  public String toString() {
    return "breaker " + label();
  }
}
