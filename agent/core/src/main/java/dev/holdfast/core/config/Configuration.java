package dev.holdfast.core.config;

import dev.holdfast.core.plan.Setting;
import java.util.Optional;

/** The settings in force: one consistent, checked state, replaced whole when anything changes. */
@FunctionalInterface
public interface Configuration {

  /**
   * The value of a key, from the highest source that sets it; keys are whole and in lower case:
   * {@code holdfast.budget.default}. Empty when nobody set it.
   */
  Optional<Setting> find(String key);

  /** The value of a key as text, or the given default. */
  default String text(String key, String otherwise) {
    return find(key).map(setting -> setting.value().toString()).orElse(otherwise);
  }

  /** The rules for methods selected by name. */
  default Rules rules() {
    return Rules.NONE;
  }
}
