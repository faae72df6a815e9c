package dev.holdfast.core.config;

/** Words what is wrong with a key: value, expectation, place, remedy. */
final class KeyProblems {

  private static final int LONGEST = 200;

  private KeyProblems() {}

  static String unknown(Entry entry, String closest) {
    String value = Secret.isSecret(closest) ? Secret.STARS : printable(entry);
    return entry.key()
        + ": "
        + value
        + " (expected: a known key). Write "
        + closest
        + ", or remove the key ("
        + entry.source()
        + ").";
  }

  static String wrong(Entry entry, ValueForm form) {
    return wrong(entry, form.expected(), form.remedy(entry.value()));
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
    if (Secret.isSecret(entry.key())) {
      return Secret.STARS;
    }
    if (value.isBlank()) {
      return "\"" + value + "\"";
    }
    int colon = value.indexOf(':');
    if (entry.key().startsWith(KnownKeys.STORE) || entry.key().equals(FixedKey.STORE.key())) {
      return colon < 0 ? value : value.substring(0, colon + 1) + Secret.STARS;
    }
    return value.length() > LONGEST ? value.substring(0, LONGEST) + "..." : value;
  }
}
