package dev.holdfast.core.store;

import dev.holdfast.core.config.Configuration;
import dev.holdfast.core.plan.Setting;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a store is, as it is configured.
 *
 * @param name the store's name; empty for the default one
 * @param url {@code memory}, or a URL; it may hold a password and is never shown
 */
public record StoreAddress(String name, String url) {

  private static final String KEY = "holdfast.store";

  /** The address of a store in a configuration; empty if a name has none. */
  public static Optional<StoreAddress> find(String name, Configuration configuration) {
    Optional<StoreAddress> configured =
        configuration
            .find(key(name))
            .map(Setting::value)
            .map(url -> new StoreAddress(name, url.toString().strip()));
    return name.isEmpty() && configured.isEmpty()
        ? Optional.of(new StoreAddress(name, "memory"))
        : configured;
  }

  /** What stands before the first colon: the kind of store. */
  public String scheme() {
    int colon = url.indexOf(':');
    return (colon < 0 ? url : url.substring(0, colon)).toLowerCase(Locale.ROOT);
  }

  /** The key that holds the address. */
  public String key() {
    return key(name);
  }

  /** A further setting of this store: {@code user} is {@code holdfast.store.NAME.user}. */
  public Optional<String> setting(String setting, Configuration configuration) {
    return configuration.find(key() + "." + setting).map(found -> found.value().toString());
  }

  static String key(String name) {
    return name.isEmpty() ? KEY : KEY + "." + name;
  }

  /** Without the URL. */
  @Override
  public String toString() {
    return key();
  }
}
