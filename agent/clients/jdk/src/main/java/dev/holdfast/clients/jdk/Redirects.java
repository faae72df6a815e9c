package dev.holdfast.clients.jdk;

import org.jspecify.annotations.Nullable;

/** Where redirects lead. */
final class Redirects {

  private Redirects() {}

  /** Whether both hosts are the same one, as far as their names tell. */
  static boolean staysAt(@Nullable String from, @Nullable String to) {
    return from != null && from.equalsIgnoreCase(to);
  }
}
