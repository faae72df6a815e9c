package dev.holdfast.core.policy.idempotent;

import dev.holdfast.core.keypath.KeyPath;
import dev.holdfast.core.plan.Attributes;
import dev.holdfast.core.plan.GuardedMethod;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where the key of a method's calls comes from.
 *
 * @param name whose keys they are
 * @param path to the key
 * @param keyParameter the parameter that carries keys, if it is what the path names
 * @param scope the path to what keys are combined with
 */
record KeySource(String name, KeyPath path, OptionalInt keyParameter, Optional<KeyPath> scope) {

  static final String HEADER = "Idempotency-Key";

  static KeySource compile(Attributes attributes, GuardedMethod method) {
    String name = attributes.text("name").strip();
    OptionalInt marked = KeyParameters.first(method.method());
    KeyPath path =
        attributes.text("key").isBlank()
            ? byDefault(marked, method)
            : KeyPath.compile(attributes, "key", method).orElse(KeyPath.header(HEADER));
    return new KeySource(
        name.isEmpty() ? method.qualifiedName() : name,
        path,
        path.parameter().equals(marked) ? marked : OptionalInt.empty(),
        KeyPath.compile(attributes, "scope", method));
  }

  /** What a call without a key lacks. */
  String description() {
    return scope.map(prefix -> path.text() + " or its scope " + prefix.text()).orElse(path.text());
  }

  private static KeyPath byDefault(OptionalInt marked, GuardedMethod method) {
    return marked.isPresent()
        ? KeyPath.argument(
            KeyParameters.label(method.method(), marked.getAsInt()), marked.getAsInt())
        : KeyPath.header(HEADER);
  }
}
