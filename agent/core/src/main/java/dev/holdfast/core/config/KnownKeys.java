package dev.holdfast.core.config;

import dev.holdfast.core.plan.PolicyAttribute;
import dev.holdfast.core.plan.PolicyCatalog;
import dev.holdfast.core.plan.PolicyDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All keys there can be. The catalog of policies is asked for only when a key needs it. */
final class KnownKeys {

  static final String PREFIX = "holdfast.";
  static final String RULE = PREFIX + "rule.";
  static final String BUDGET = PREFIX + "budget.";
  static final String STORE = PREFIX + "store.";

  private static final String MATCH = "match";
  private static final String ENABLED = "enabled";

  private final Supplier<PolicyCatalog> catalog;

  KnownKeys(Supplier<PolicyCatalog> catalog) {
    this.catalog = catalog;
  }

  /** What the key says; null if it is not known. */
  @Nullable KeyMeaning find(String key) {
    FixedKey fixed = FixedKey.of(key);
    if (fixed != null) {
      return new KeyMeaning.Fixed(fixed);
    }
    if (key.startsWith(BUDGET)) {
      return key.length() > BUDGET.length() ? new KeyMeaning.Budget() : null;
    }
    if (key.startsWith(STORE)) {
      CommonForm form = StoreKeys.formOf(key.substring(STORE.length()));
      return form == null ? null : new KeyMeaning.Store(form);
    }
    if (key.startsWith(RULE)) {
      return ofRule(key.substring(RULE.length()));
    }
    return key.startsWith(PREFIX) ? ofPolicy(key.substring(PREFIX.length())) : null;
  }

  private @Nullable KeyMeaning ofRule(String rest) {
    int dot = rest.indexOf('.');
    if (dot <= 0) {
      return null;
    }
    String id = rest.substring(0, dot);
    String tail = rest.substring(dot + 1);
    if (tail.equals(MATCH)) {
      return new KeyMeaning.RuleMatch(id);
    }
    int second = tail.indexOf('.');
    PolicyDescription policy = policy(second < 0 ? tail : tail.substring(0, second));
    if (policy == null) {
      return null;
    }
    if (second < 0) {
      return new KeyMeaning.RuleSwitch(id, policy);
    }
    Optional<PolicyAttribute> attribute = policy.attributeOfKey(tail.substring(second + 1));
    return attribute.isEmpty() ? null : new KeyMeaning.RuleAttribute(id, policy, attribute.get());
  }

  private @Nullable KeyMeaning ofPolicy(String rest) {
    int dot = rest.indexOf('.');
    PolicyDescription policy = dot < 0 ? null : policy(rest.substring(0, dot));
    if (policy == null) {
      return null;
    }
    String tail = rest.substring(dot + 1);
    if (tail.equals(ENABLED)) {
      return new KeyMeaning.PolicyEnabled();
    }
    Optional<PolicyAttribute> attribute = policy.attributeOfKey(tail);
    return attribute.isEmpty() ? null : new KeyMeaning.PolicyDefault(policy, attribute.get());
  }

  private @Nullable PolicyDescription policy(String name) {
    Optional<PolicyDescription> policy = catalog.get().find(name);
    return policy.isPresent() && policy.get().isConfigurable() ? policy.get() : null;
  }

  /** The known key that was meant, or else the one with the fewest mistakes from it. */
  String closest(String key) {
    if (key.startsWith(PREFIX) && policy(key.substring(PREFIX.length())) != null) {
      return key + "." + ENABLED;
    }
    List<String> candidates = new ArrayList<>();
    for (FixedKey fixed : FixedKey.values()) {
      candidates.add(fixed.key());
    }
    candidates.add(BUDGET + "default");
    addStoreKeys(key, candidates);
    for (String tail : policyTails(ENABLED)) {
      candidates.add(PREFIX + tail);
    }
    addRuleKeys(key, candidates);
    return Closest.to(key.startsWith(PREFIX) ? key : PREFIX + key, candidates);
  }

  private static void addStoreKeys(String key, List<String> candidates) {
    int last = key.lastIndexOf('.');
    String store = key.startsWith(STORE) && last > STORE.length() ? key.substring(0, last) : "";
    for (String part : StoreKeys.PARTS) {
      candidates.add(STORE + part);
      if (!store.isEmpty()) {
        candidates.add(store + "." + part);
      }
    }
  }

  /** The keys of a rule, with the ID that stands at its place in what was written. */
  private void addRuleKeys(String key, List<String> candidates) {
    int first = key.indexOf('.');
    int second = key.indexOf('.', first + 1);
    int third = key.indexOf('.', second + 1);
    String id = third <= second + 1 ? "ID" : key.substring(second + 1, third);
    String rule = RULE + id + ".";
    candidates.add(rule + MATCH);
    for (String tail : policyTails("")) {
      candidates.add(rule + tail);
    }
  }

  /** {@code retry.max-attempts} and so on, and each policy with that tail of its own. */
  List<String> policyTails(String own) {
    List<String> tails = new ArrayList<>();
    for (PolicyDescription policy : catalog.get().policies()) {
      if (policy.isConfigurable()) {
        tails.add(own.isEmpty() ? policy.name() : policy.name() + "." + own);
        for (PolicyAttribute attribute : policy.attributes()) {
          tails.add(policy.name() + "." + attribute.key());
        }
      }
    }
    return tails;
  }
}
