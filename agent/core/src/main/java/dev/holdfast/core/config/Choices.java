package dev.holdfast.core.config;

import org.jspecify.annotations.Nullable;

/** Reads one of an enum's constants as people write it: in any case, with dashes. */
final class Choices {

  private Choices() {}

  static <E extends Enum<E>> @Nullable E find(E[] constants, String text) {
    String name = text.trim().replace('-', '_');
    for (E constant : constants) {
      if (constant.name().equalsIgnoreCase(name)) {
        return constant;
      }
    }
    return null;
  }
}
