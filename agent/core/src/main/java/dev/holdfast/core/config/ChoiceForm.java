package dev.holdfast.core.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One of the constants of an attribute's enum.
 *
 * @param names the constants' names
 */
record ChoiceForm(List<String> names) implements ValueForm {

  static ChoiceForm of(Enum<?>[] constants) {
    List<String> names = new ArrayList<>();
    for (Enum<?> constant : constants) {
      names.add(constant.name());
    }
    return new ChoiceForm(List.copyOf(names));
  }

  @Override
  public boolean accepts(String value) {
    return names.contains(name(value));
  }

  @Override
  public String expected() {
    return "one of " + String.join(", ", names);
  }

  @Override
  public String remedy(String value) {
    return "Set " + Closest.to(name(value), names);
  }

  private static String name(String value) {
    return value.trim().toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
