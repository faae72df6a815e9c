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
record ParameterPattern(List<OneParameter> leading, boolean hasMore) {

  private static final String MORE = "..";

  ParameterPattern {
    leading = List.copyOf(leading);
  }

  /** Reads what stands between the parentheses; empty if it is no list of types. */
  static Optional<ParameterPattern> parse(String text) {
    if (text.isBlank()) {
      return Optional.of(new ParameterPattern(List.of(), false));
    }
    List<OneParameter> leading = new ArrayList<>();
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
      leading.add(OneParameter.of(type));
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
      if (!leading.get(index).matches(parameters.get(index).type())) {
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

  /** One parameter: {@code *} is any type at all, {@code a.*[]} is an array of what matches. */
  record OneParameter(Glob element, int dimensions, boolean isAny) {

    static OneParameter of(String text) {
      String element = text;
      int dimensions = 0;
      while (element.endsWith("[]")) {
        element = element.substring(0, element.length() - 2);
        dimensions++;
      }
      return new OneParameter(new Glob(element), dimensions, text.equals("*"));
    }

    boolean matches(TypeRef type) {
      return isAny || (type.dimensions() == dimensions && element.matches(type.name()));
    }
  }
}
