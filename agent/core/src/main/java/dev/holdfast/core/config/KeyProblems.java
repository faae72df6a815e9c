package dev.holdfast.core.config;

import java.util.regex.Pattern;

/** Words what is wrong with a key: value, expectation, place, remedy. */
final class KeyProblems {

  private static final int LONGEST = 200;

  /** A password in an address, or a secret's own key that ran into the value of another one. */
  private static final Pattern SECRET_WITHIN =
      Pattern.compile("(?i)(pass|pw|secret|token)[\\w-]*\\s*[=:]|:[^:@]*@");

  private static final Pattern ADDRESS = Pattern.compile("(?i)file:|jdbc:|[a-z]+:([a-z0-9]+:)*//");

  private KeyProblems() {}

  static String unknown(Entry entry, String closest) {
    return entry.key()
        + ": "
        + printable(entry, closest)
        + " (expected: a known key). Write "
        + closest
        + ", or remove the key ("
        + entry.source()
        + ").";
  }

  /** Keys of an application's own file hold its secrets, under names that nobody knows. */
  private static String printable(Entry entry, String closest) {
    if (!entry.key().startsWith(KnownKeys.PREFIX) || Secret.isSecret(closest)) {
      return Secret.STARS;
    }
    return StoreKeys.isOfStore(closest) ? kind(entry.value()) : printable(entry);
  }

  static String wrong(Entry entry, ValueForm form) {
    String remedy = form.remedy(entry.value());
    boolean isMistakenPart =
        form == CommonForm.STORE
            && entry.key().startsWith(KnownKeys.STORE)
            && !isAddress(entry.value());
    return wrong(
        entry,
        form.expected(),
        isMistakenPart ? remedy + ", or write " + StoreKeys.closest(entry.key()) : remedy);
  }

  static String wrong(Entry entry, String expected, String remedy) {
    return entry.key()
        + ": "
        + printable(entry)
        + " (expected: "
        + expected
        + "). "
        + remedy
        + ", or remove the key ("
        + entry.source()
        + ").";
  }

  /** The value, unless it is a secret or may hold one. */
  static String printable(Entry entry) {
    String value = entry.value();
    if (value.isBlank()) {
      return "\"" + value + "\"";
    }
    if (Secret.isSecret(entry.key())) {
      return Secret.STARS;
    }
    if (StoreKeys.isAddress(entry.key()) || SECRET_WITHIN.matcher(value).find()) {
      return kind(value);
    }
    return value.length() > LONGEST ? value.substring(0, LONGEST) + "..." : value;
  }

  /** Which kind of store an address names: the rest of it, or what is no address, may be secret. */
  private static String kind(String value) {
    if (value.equalsIgnoreCase("memory")) {
      return value;
    }
    return isAddress(value)
        ? value.substring(0, value.indexOf(':') + 1) + Secret.STARS
        : Secret.STARS;
  }

  private static boolean isAddress(String value) {
    return ADDRESS.matcher(value).lookingAt();
  }
}
