package dev.holdfast.store.jdbc;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds what nobody may see in the URL of a database. */
final class UrlSecrets {

  private UrlSecrets() {}

  /** The URL itself, and the values of all parameters whose name speaks of a password. */
  static List<String> in(String url) {
    List<String> secrets = new ArrayList<>();
    int query = url.indexOf('?');
    if (query < 0) {
      return secrets;
    }
    secrets.add(url);
    for (String parameter : url.substring(query + 1).split("&")) {
      int equals = parameter.indexOf('=');
      if (equals > 0 && isSecret(parameter.substring(0, equals))) {
        String value = parameter.substring(equals + 1);
        secrets.add(value);
        secrets.add(decoded(value));
      }
    }
    return secrets;
  }

  private static boolean isSecret(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.contains("password") || lower.contains("secret");
  }

  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return value;
    }
  }
}
