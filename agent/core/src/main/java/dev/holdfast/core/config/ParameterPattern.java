package dev.holdfast.core.config;

import dev.holdfast.core.type.ParameterModel;
import dev.holdfast.core.type.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Selects methods by their erased parameter types.
 *
 * @param leading one for each of the first parameters
 * @param hasMore whether any further parameters may follow
 */
record ParameterPattern(List<Glob> leading, boolean hasMore) {

  private static final String MORE = "..";

  ParameterPattern {
    leading = List.copyOf(leading);
  }

  /** Reads what stands between the parentheses; empty if it is no list of types. */
  static Optional<ParameterPattern> parse(String text) {
    if (text.isBlank()) {
      return Optional.of(new ParameterPattern(List.of(), false));
    }
    List<Glob> leading = new ArrayList<>();
    int from = 0;
    while (true) {
      int comma = text.indexOf(',', from);
      String type = (comma < 0 ? text.substring(from) : text.substring(from, comma)).trim();
      if (type.equals(MORE)) {
        return comma < 0 ? Optional.of(new ParameterPattern(leading, true)) : Optional.empty();
      }
      if (!isType(type)) {
        return Optional.empty();
      }
      leading.add(new Glob(type));
      if (comma < 0) {
        return Optional.of(new ParameterPattern(leading, false));
      }
      from = comma + 1;
    }
  }

  boolean matches(List<ParameterModel> parameters) {
    if (parameters.size() < leading.size() || (!hasMore && parameters.size() > leading.size())) {
      return false;
    }
    for (int index = 0; index < leading.size(); index++) {
      TypeRef type = parameters.get(index).type();
      String name = type.name() + "[]".repeat(type.dimensions());
      Glob wanted = leading.get(index);
      if (!wanted.pattern().equals("*") && !wanted.matches(name)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isType(String type) {
    for (int index = 0; index < type.length(); index++) {
      char c = type.charAt(index);
      if (!Character.isJavaIdentifierPart(c) && "*.[]-".indexOf(c) < 0) {
        return false;
      }
    }
    return !type.isEmpty();
  }
}
