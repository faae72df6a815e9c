package dev.holdfast.core.plan;

import dev.holdfast.core.config.Configuration;
import dev.holdfast.core.config.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lays configuration over what was written on one method. */
final class PlanOverlay {

  private final Configuration configuration;
  private final List<Rule> rules;
  private final GuardedMethod method;
  private final PlanReport report;

  PlanOverlay(Configuration configuration, GuardedMethod method, PlanReport report) {
    this.configuration = configuration;
    this.rules = configuration.rules().matching(method);
    this.method = method;
    this.report = report;
  }

  /**
   * What is in force of one policy, all attributes with a value included; empty if nobody asked for
   * it, or somebody switched it off.
   */
  Optional<PolicyInForce> lay(PolicyDescription policy, Optional<Declaration> written) {
    List<Declaration> ruled =
        rules.stream()
            .flatMap(rule -> rule.on().stream())
            .filter(declaration -> declaration.policy().equals(policy.name()))
            .toList();
    Optional<Origin> off = switchedOff(policy.name());
    if (off.isPresent() && !ruled.isEmpty()) {
      Declaration on = ruled.get(0);
      reportDispute(on.origin(), switchText(on), off.get(), "off");
    }
    if (off.isPresent() || isDisabled(policy.name())) {
      return Optional.empty();
    }
    return written
        .or(() -> ruled.stream().findFirst())
        .map(asked -> new PolicyInForce(merge(policy, written, ruled), asked.origin()));
  }

  /** What the key says that switches the policy on: {@code on}, or the value of an attribute. */
  private static String switchText(Declaration on) {
    return on.attributes().values().stream()
        .filter(setting -> setting.origin().equals(on.origin()))
        .map(setting -> setting.value().toString())
        .findFirst()
        .orElse("on");
  }

  private Optional<Origin> switchedOff(String policy) {
    return rules.stream()
        .flatMap(rule -> Optional.ofNullable(rule.off().get(policy)).stream())
        .findFirst();
  }

  private boolean isDisabled(String policy) {
    return configuration.text("holdfast." + policy + ".enabled", "true").equals("false");
  }

  private Map<String, Setting> merge(
      PolicyDescription policy, Optional<Declaration> written, List<Declaration> ruled) {
    Map<String, Setting> settings = new LinkedHashMap<>();
    for (PolicyAttribute attribute : policy.attributes()) {
      Setting setting = ruled(attribute.name(), ruled);
      if (setting == null && written.isPresent()) {
        setting = written.get().attributes().get(attribute.name());
      }
      if (setting == null) {
        setting = defaulted(policy, attribute);
      }
      if (setting != null) {
        settings.put(attribute.name(), setting);
      }
    }
    return settings;
  }

  private @Nullable Setting ruled(String attribute, List<Declaration> ruled) {
    Setting first = null;
    for (Declaration declaration : ruled) {
      Setting setting = declaration.attributes().get(attribute);
      if (first == null) {
        first = setting;
      } else if (setting != null && !setting.value().equals(first.value())) {
        reportDispute(
            first.origin(), first.value().toString(), setting.origin(), setting.value().toString());
      }
    }
    return first;
  }

  private @Nullable Setting defaulted(PolicyDescription policy, PolicyAttribute attribute) {
    return configuration
        .find("holdfast." + policy.name() + "." + attribute.key())
        .or(() -> attribute.builtIn().map(value -> new Setting(value, new Origin.BuiltIn())))
        .orElse(null);
  }

  private void reportDispute(Origin one, String value, Origin other, String otherValue) {
    report.problem(
        "%s: %s, but %s: %s (expected: rules that agree) on %s. Set both to one value, or let only one of the rules match."
            .formatted(keyOf(one), value, keyOf(other), otherValue, method.name()));
  }

  private static String keyOf(Origin origin) {
    return origin instanceof Origin.Configured configured ? configured.key() : origin.text();
  }
}
