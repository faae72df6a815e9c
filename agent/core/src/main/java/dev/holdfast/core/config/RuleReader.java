package dev.holdfast.core.config;

import dev.holdfast.core.plan.Declaration;
import dev.holdfast.core.plan.Origin;
import dev.holdfast.core.plan.PolicyAttribute;
import dev.holdfast.core.plan.Setting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes rules from their keys, each of which is right by itself. */
final class RuleReader {

  private final KnownKeys known;
  private final Map<String, Setting> values;
  private final Set<String> broken;
  private final List<String> problems;

  /**
   * @param values all values, those of rules under their keys
   * @param broken the IDs of rules with something wrong in them: they are left out
   */
  RuleReader(
      KnownKeys known, Map<String, Setting> values, Set<String> broken, List<String> problems) {
    this.known = known;
    this.values = values;
    this.broken = broken;
    this.problems = problems;
  }

  Rules read() {
    Map<String, Draft> drafts = new TreeMap<>();
    for (Map.Entry<String, Setting> value : values.entrySet()) {
      if (value.getKey().startsWith(KnownKeys.RULE)
          && known.find(value.getKey()) instanceof KeyMeaning.OfRule meaning
          && !broken.contains(meaning.id())) {
        drafts.computeIfAbsent(meaning.id(), Draft::new).add(meaning, value.getValue());
      }
    }
    List<Rule> rules = new ArrayList<>();
    for (Draft draft : drafts.values()) {
      Rule rule = draft.finish(problems);
      if (rule != null) {
        rules.add(rule);
      }
    }
    return rules.isEmpty() ? Rules.NONE : new Rules(rules);
  }

  /** A rule while its keys are gathered. */
  private static final class Draft {

    private final String id;
    private final Map<String, Asked> policies = new TreeMap<>();
    private @Nullable Setting match;

    Draft(String id) {
      this.id = id;
    }

    void add(KeyMeaning.OfRule meaning, Setting setting) {
      if (meaning instanceof KeyMeaning.RuleSwitch toggle) {
        asked(toggle.policy().name()).toggle(toggle, setting);
      } else if (meaning instanceof KeyMeaning.RuleAttribute chosen) {
        asked(chosen.policy().name()).attributes.put(chosen.attribute().name(), setting);
      } else {
        match = setting;
      }
    }

    private Asked asked(String policy) {
      return policies.computeIfAbsent(policy, name -> new Asked());
    }

    @Nullable Rule finish(List<String> problems) {
      int before = problems.size();
      if (match == null) {
        problems.add(
            "%s%s.match: not set (expected: %s). Set it, or remove the other keys of the rule."
                .formatted(KnownKeys.RULE, id, MethodPattern.EXPECTED));
      } else if (policies.isEmpty()) {
        problems.add(
            "%s%s.match: %s (expected: a policy besides, such as %s%s.retry=on). Ask for one, or"
                    .formatted(KnownKeys.RULE, id, match.value(), KnownKeys.RULE, id)
                + " remove the key.");
      }
      List<Declaration> on = new ArrayList<>();
      Map<String, Origin> off = new LinkedHashMap<>();
      policies.forEach((policy, asked) -> asked.finish(policy, on, off, problems));
      return match == null || problems.size() > before
          ? null
          : new Rule(id, RulePatterns.parse(match.value().toString()).orElseThrow(), on, off);
    }
  }

  /** What a rule asks for of one policy. */
  private static final class Asked {

    private final Map<String, Setting> attributes = new LinkedHashMap<>();
    private @Nullable Setting toggle;
    private @Nullable PolicyAttribute principal;

    void toggle(KeyMeaning.RuleSwitch meaning, Setting setting) {
      toggle = setting;
      principal = meaning.policy().principal().orElse(null);
    }

    void finish(
        String policy, List<Declaration> on, Map<String, Origin> off, List<String> problems) {
      if (toggle != null && toggle.value().toString().equalsIgnoreCase("off")) {
        off.put(policy, toggle.origin());
        return;
      }
      if (toggle != null && principal != null && !isOn(toggle)) {
        Setting longForm = attributes.put(principal.name(), toggle);
        if (longForm != null && !longForm.value().equals(toggle.value())) {
          problems.add(
              "%s: %s, but %s: %s (expected: one value). Remove one of the keys."
                  .formatted(key(toggle), toggle.value(), key(longForm), longForm.value()));
        }
      }
      Origin origin =
          toggle != null ? toggle.origin() : attributes.values().iterator().next().origin();
      on.add(new Declaration(policy, attributes, origin));
    }

    private static boolean isOn(Setting setting) {
      return setting.value().toString().equalsIgnoreCase("on");
    }

    private static String key(Setting setting) {
      return ((Origin.Configured) setting.origin()).key();
    }
  }
}
