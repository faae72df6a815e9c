package dev.holdfast.weaving.finding;

import dev.holdfast.core.plan.Declaration;
import dev.holdfast.core.plan.Setting;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Declarations of one policy that differ in what they say, not only in where they say it. */
final class Differing {

  private Differing() {}

  /** Adds a declaration unless one that says the same is there. */
  static void add(Declaration declaration, List<Declaration> differing) {
    if (differing.stream().noneMatch(known -> values(known).equals(values(declaration)))) {
      differing.add(declaration);
    }
  }

  private static Map<String, Object> values(Declaration declaration) {
    return declaration.attributes().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Differing::value));
  }

  private static Object value(Map.Entry<String, Setting> attribute) {
    return attribute.getValue().value();
  }
}
