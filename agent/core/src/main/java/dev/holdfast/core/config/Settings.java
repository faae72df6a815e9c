package dev.holdfast.core.config;

import dev.holdfast.core.plan.Origin;
import dev.holdfast.core.plan.Setting;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All values that are in force, each checked; immutable. */
public final class Settings implements Configuration {

  /** Nobody set anything. */
  public static final Settings NONE = new Settings(Map.of(), Rules.NONE);

  private final Map<String, Setting> values;
  private final Rules rules;

  /**
   * @param values by {@link #index}
   */
  Settings(Map<String, Setting> values, Rules rules) {
    this.values = Collections.unmodifiableMap(new TreeMap<>(values));
    this.rules = rules;
  }

  /**
   * What a key is kept under. Names of budgets and stores are chosen freely, and an environment
   * variable does not tell how they are written: there, what the shell cannot tell apart is one.
   */
  static String index(String key) {
    return key.startsWith(KnownKeys.BUDGET) || key.startsWith(KnownKeys.STORE)
        ? EnvironmentNames.normal(key)
        : key;
  }

  @Override
  public Optional<Setting> find(String key) {
    return Optional.ofNullable(values.get(index(key)));
  }

  @Override
  public Rules rules() {
    return rules;
  }

  /** Every value with the key and the source that it came from. */
  Collection<Setting> all() {
    return values.values();
  }

  static Setting setting(Entry entry, Object value) {
    return new Setting(value, new Origin.Configured(entry.key(), entry.source()));
  }
}
