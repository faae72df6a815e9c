package dev.holdfast.core.call;

import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Headers of served requests that some plan names, beside {@code Idempotency-Key}. Servers take
 * these from a request when it arrives, because calls made for it may outlive what they read from.
 */
public final class WantedHeaders {

  private static final Set<String> NAMES = ConcurrentHashMap.newKeySet();

  private WantedHeaders() {}

  /** From the next request on, that header is known. */
  public static void add(String name) {
    NAMES.add(name.toLowerCase(Locale.ROOT));
  }

  /** Their names, in lower case; few. */
  public static Set<String> names() {
    return NAMES;
  }
}
