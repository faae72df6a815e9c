package dev.holdfast.store.jdbc;

import dev.holdfast.core.store.StoreAddress;
import dev.holdfast.core.store.StoreFailure;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;
import org.postgresql.PGProperty;

/**
 * The URL of a database, taken apart before the driver sees it, which logs and throws what it
 * cannot read, and passes over parameters that it does not know.
 *
 * @param url without user and passwords
 * @param properties user and passwords
 * @param secrets what nobody may see: the passwords, as they are and as they are written
 */
record PostgresUrl(String url, Properties properties, List<String> secrets) {

  private static final Pattern SERVERS =
      Pattern.compile(
          "jdbc:postgresql:(//(HOST(:\\d{1,5})?,)*HOST(:\\d{1,5})?(/|\\z))?[^/;]*"
              .replace("HOST", "(\\[[^]/]+]|[^]\\[:/,;]*)"));

  /** Parameters as other databases separate them would be taken for a part of the value. */
  private static final Pattern NEXT_PARAMETER = Pattern.compile(";\\s*[a-zA-Z]+\\s*=");

  /**
   * Takes the URL of a store apart.
   *
   * @throws StoreFailure if it is none that the driver can use whole
   */
  static PostgresUrl of(StoreAddress address) {
    String whole = address.url();
    int query = whole.indexOf('?');
    String servers = query < 0 ? whole : whole.substring(0, query);
    if (servers.contains("@")) {
      throw new StoreFailure(
          "%1$s names a user before the host (expected: %2$s//HOST[:PORT]/DATABASE). Set %1$s.user and %1$s.password-file."
              .formatted(address.key(), JdbcStoreFactory.POSTGRESQL));
    }
    if (!SERVERS.matcher(servers).matches()) {
      throw unreadable(address);
    }
    PostgresUrl taken = new PostgresUrl(servers, new Properties(), new ArrayList<>());
    return query < 0 ? taken : taken.with(whole.substring(query + 1), address);
  }

  private PostgresUrl with(String query, StoreAddress address) {
    List<String> open = new ArrayList<>();
    for (String parameter : query.split("&")) {
      int equals = parameter.indexOf('=');
      String name = equals < 0 ? parameter : parameter.substring(0, equals);
      String value = equals < 0 ? "" : parameter.substring(equals + 1);
      if (parameter.isEmpty()) {
        continue;
      }
      if (PGProperty.forName(name) == null) {
        throw new StoreFailure(
            "%s: PostgreSQL's driver knows no parameter %s (expected: one that it knows, as sslmode)"
                .formatted(address.key(), name));
      }
      if (isSecret(name)) {
        secrets.add(value);
        secrets.add(decoded(value, address));
        properties.setProperty(name, decoded(value, address));
      } else if (NEXT_PARAMETER.matcher(value).find()) {
        throw unreadable(address);
      } else if (PGProperty.USER.getName().equals(name)) {
        properties.setProperty(name, decoded(value, address));
      } else {
        open.add(parameter);
      }
    }
    String rest = open.isEmpty() ? "" : "?" + String.join("&", open);
    return new PostgresUrl(url + rest, properties, secrets);
  }

  private static boolean isSecret(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.contains("password") || lower.contains("secret");
  }

  private static String decoded(String value, StoreAddress address) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      throw unreadable(address);
    }
  }

  static StoreFailure unreadable(StoreAddress address) {
    return new StoreFailure(
        "%s cannot be read (expected: %s//HOST[:PORT]/DATABASE[?NAME=VALUE[&NAME=VALUE]])"
            .formatted(address.key(), JdbcStoreFactory.POSTGRESQL));
  }

  /** Without anything. */
  @Override
  public String toString() {
    return "PostgresUrl";
  }
}
