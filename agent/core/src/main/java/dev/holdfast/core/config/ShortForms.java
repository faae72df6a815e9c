package dev.holdfast.core.config;

import dev.holdfast.core.plan.Origin;
import dev.holdfast.core.plan.PolicyAttribute;
import dev.holdfast.core.plan.Setting;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values that have two keys, a short and a long one: {@code rule.ID.deadline} and {@code
 * rule.ID.deadline.value}. Among sources the two are one key.
 */
final class ShortForms {

  private static final String ENVIRONMENT = "environment ";

  private ShortForms() {}

  /**
   * Whether a higher source sets the same value by its other key.
   *
   * @param higher what is set by that source, by those above it, and by the entry's own
   */
  static boolean isOverridden(Entry entry, KeyMeaning meaning, Map<String, Setting> higher) {
    Setting other = null;
    if (meaning instanceof KeyMeaning.RuleSwitch toggle && !isSwitch(entry.value())) {
      String name = toggle.policy().principal().map(PolicyAttribute::key).orElse("");
      other = higher.get(entry.key() + '.' + name);
    } else if (meaning instanceof KeyMeaning.RuleAttribute chosen
        && chosen.policy().principal().filter(chosen.attribute()::equals).isPresent()) {
      other = higher.get(entry.key().substring(0, entry.key().lastIndexOf('.')));
      other = other == null || isSwitch(other.value().toString()) ? null : other;
    }
    return other != null && !isOfOneSource(entry, other);
  }

  private static boolean isSwitch(String value) {
    return CommonForm.SWITCH.accepts(value);
  }

  private static boolean isOfOneSource(Entry entry, Setting other) {
    String source = source(other);
    return entry.source().equals(source)
        || (entry.source().startsWith(ENVIRONMENT)
            && source != null
            && source.startsWith(ENVIRONMENT));
  }

  private static @Nullable String source(Setting setting) {
    return setting.origin() instanceof Origin.Configured configured ? configured.source() : null;
  }
}
