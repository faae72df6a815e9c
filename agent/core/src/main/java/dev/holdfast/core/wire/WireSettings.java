package dev.holdfast.core.wire;

import dev.holdfast.core.config.Configuration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The keys {@code holdfast.http.*} that requests go by; they do not change while the process runs.
 *
 * @param keyMethods HTTP methods whose requests carry a key, in upper case
 * @param hosts that see our headers
 */
record WireSettings(Set<String> keyMethods, KeyHeader keyHeader, HostPatterns hosts) {

  static final String KEY_HEADER = "Idempotency-Key";

  WireSettings {
    keyMethods = Set.copyOf(keyMethods);
  }

  static WireSettings of(Configuration configuration) {
    String key = "holdfast.http.idempotency-key.";
    return new WireSettings(
        methods(configuration.text(key + "methods", "POST,PATCH")),
        new KeyHeader(
            configuration.text(key + "header", KEY_HEADER).strip(),
            configuration.text(key + "quoted", "false").strip().equalsIgnoreCase("true")),
        HostPatterns.parse(configuration.text("holdfast.http.headers.hosts", "*")));
  }

  private static Set<String> methods(String text) {
    return Arrays.stream(text.split(",", -1))
        .map(method -> method.strip().toUpperCase(Locale.ROOT))
        .filter(method -> !method.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }
}
