package dev.holdfast.core.config;

/**
 * A name with wildcards: {@code *} stands for any characters but dots, {@code ..} for a dot and any
 * number of packages behind it ({@code com.acme..*Client} is {@code com.acme.PayClient} and {@code
 * com.acme.a.b.PayClient}); at the start, {@code ..} also stands for nothing.
 *
 * <p>Matching allocates nothing: it runs for every class that the JVM loads.
 */
record Glob(String pattern) {

  /** Whether there is any wildcard in it. */
  boolean hasWildcard() {
    return pattern.indexOf('*') >= 0 || pattern.contains("..");
  }

  boolean matches(String name) {
    return hasPackages(0)
        ? matches(2, name, 0) || matchesAfterAnyDot(2, name, 0)
        : matches(0, name, 0);
  }

  private boolean matches(int at, String name, int from) {
    int position = from;
    for (int index = at; index < pattern.length(); index++) {
      char wanted = pattern.charAt(index);
      if (wanted == '*') {
        return matchesStar(index + 1, name, position);
      }
      if (position >= name.length() || name.charAt(position) != wanted) {
        return false;
      }
      position++;
      if (hasPackages(index)) {
        return matches(index + 2, name, position) || matchesAfterAnyDot(index + 2, name, position);
      }
    }
    return position == name.length();
  }

  private boolean matchesStar(int rest, String name, int from) {
    for (int position = from; position <= name.length(); position++) {
      if (matches(rest, name, position)) {
        return true;
      }
      if (position < name.length() && name.charAt(position) == '.') {
        return false;
      }
    }
    return false;
  }

  private boolean matchesAfterAnyDot(int rest, String name, int from) {
    for (int dot = name.indexOf('.', from); dot >= 0; dot = name.indexOf('.', dot + 1)) {
      if (matches(rest, name, dot + 1)) {
        return true;
      }
    }
    return false;
  }

  private boolean hasPackages(int index) {
    return pattern.startsWith("..", index);
  }
}
