package dev.holdfast.core.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the keys that environment variables stand for: {@code HOLDFAST_RULE_PAY_RETRY_MAX_ATTEMPTS}
 * is {@code holdfast.rule.pay.retry.max-attempts}. Case is ignored, and {@code .} and {@code -} are
 * {@code _}; so a name alone does not tell where a rule's ID ends, and what is known must tell.
 */
final class EnvironmentNames {

  private static final List<String> OF_SERVICES = List.of("_SERVICE_", "_PORT_");

  private final KnownKeys known;
  private final Map<String, String> keysElsewhere = new HashMap<>();
  private final Map<String, String> idsElsewhere = new HashMap<>();

  /**
   * @param keysElsewhere the keys that other sources set: their rule IDs and names are taken over
   */
  EnvironmentNames(KnownKeys known, Collection<String> keysElsewhere) {
    this.known = known;
    for (String key : keysElsewhere) {
      this.keysElsewhere.put(normal(key), key);
      if (key.startsWith(KnownKeys.RULE)) {
        int dot = key.indexOf('.', KnownKeys.RULE.length());
        if (dot > 0) {
          String id = key.substring(KnownKeys.RULE.length(), dot);
          idsElsewhere.put(normal(id), id);
        }
      }
    }
  }

  /**
   * Whether Kubernetes set the variable for a service that is named like our keys: {@code
   * HOLDFAST_STORE_PORT} for {@code holdfast-store}.
   *
   * @see <a href="https://kubernetes.io/docs/concepts/services-networking/service/">Service,
   *     environment variables</a>
   */
  static boolean isOfService(String variable, Set<String> all) {
    String words = variable + "_";
    for (String mark : OF_SERVICES) {
      for (int at = words.indexOf(mark); at >= 0; at = words.indexOf(mark, at + 1)) {
        if (all.contains(words.substring(0, at) + "_SERVICE_HOST")) {
          return true;
        }
      }
    }
    return false;
  }

  /** A name without what the shell makes of it: keys and variables that mean the same are equal. */
  static String normal(String name) {
    return name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /** The key that the variable stands for; null if there is none. */
  @Nullable String keyOf(String variable) {
    String name = normal(variable);
    String elsewhere = keysElsewhere.get(name);
    if (elsewhere != null) {
      return elsewhere;
    }
    for (FixedKey fixed : FixedKey.values()) {
      if (normal(fixed.key()).equals(name)) {
        return fixed.key();
      }
    }
    if (name.startsWith(normal(KnownKeys.BUDGET))) {
      return named(KnownKeys.BUDGET, name.substring(KnownKeys.BUDGET.length()));
    }
    if (name.startsWith(normal(KnownKeys.STORE))) {
      return storeKey(name.substring(KnownKeys.STORE.length()));
    }
    return name.startsWith(normal(KnownKeys.RULE))
        ? ruleKey(name.substring(KnownKeys.RULE.length()))
        : policyKey(name);
  }

  private static @Nullable String named(String prefix, String rest) {
    return rest.isEmpty() ? null : prefix + lower(rest);
  }

  private static @Nullable String storeKey(String rest) {
    for (String part : StoreKeys.PARTS) {
      String suffix = "_" + normal(part);
      if (rest.equals(normal(part))) {
        return KnownKeys.STORE + part;
      }
      if (rest.endsWith(suffix) && rest.length() > suffix.length()) {
        String name = rest.substring(0, rest.length() - suffix.length());
        return KnownKeys.STORE + lower(name) + "." + part;
      }
    }
    return StoreKeys.formOf(lower(rest)) == null ? null : named(KnownKeys.STORE, rest);
  }

  private @Nullable String policyKey(String name) {
    for (String tail : known.policyTails("enabled")) {
      if (name.equals(normal(KnownKeys.PREFIX + tail))) {
        return KnownKeys.PREFIX + tail;
      }
    }
    return null;
  }

  /** The split with an ID that is known; else the one with the longest tail. */
  private @Nullable String ruleKey(String rest) {
    List<String> tails = new ArrayList<>(known.policyTails(""));
    tails.add("match");
    String best = null;
    int longest = 0;
    for (String tail : tails) {
      String suffix = "_" + normal(tail);
      if (rest.endsWith(suffix) && rest.length() > suffix.length()) {
        String id = rest.substring(0, rest.length() - suffix.length());
        String idElsewhere = idsElsewhere.get(id);
        if (idElsewhere != null) {
          return KnownKeys.RULE + idElsewhere + "." + tail;
        }
        if (suffix.length() > longest) {
          longest = suffix.length();
          best = KnownKeys.RULE + lower(id) + "." + tail;
        }
      }
    }
    return best;
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
