package dev.holdfast.core.config;

import dev.holdfast.core.plan.Setting;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
    Optional<Setting> setting = find(key);
    return setting.isPresent() ? setting.get().value().toString() : otherwise;
  }

  /** The rules for methods selected by name. */
  default Rules rules() {
    return Rules.NONE;
  }

  /** {@code holdfast.enabled}: whether the agent does anything. */
  default boolean isEnabled() {
    return !text(KeyNames.ENABLED, "true").equals("false");
  }

  /** {@code holdfast.mode}: whether guards act or only watch. */
  default Mode mode() {
    Mode mode = Choices.find(Mode.values(), text(KeyNames.MODE, ""));
    return mode == null ? Mode.ENFORCE : mode;
  }

  /** {@code holdfast.on-error}: what happens when something cannot be as it was asked for. */
  default OnError onError() {
    OnError onError = Choices.find(OnError.values(), text(KeyNames.ON_ERROR, ""));
    return onError == null ? OnError.CONTINUE : onError;
  }

  /** {@code holdfast.log}: which of the agent's own lines are written. */
  default LogLevel logLevel() {
    LogLevel level = Choices.find(LogLevel.values(), text(KeyNames.LOG, ""));
    return level == null ? LogLevel.INFO : level;
  }

  /** {@code holdfast.log.to}: {@code stderr}, {@code application}, or a file. */
  default String logTarget() {
    return text(KeyNames.LOG_TO, "stderr");
  }

  /** {@code holdfast.shutdown.grace}: how long waits may go on while the JVM ends. */
  default Duration shutdownGrace() {
    return DurationText.parse(text(KeyNames.SHUTDOWN_GRACE, "2s")).orElseThrow();
  }

  /**
   * {@code holdfast.budget.NAME}, else {@code holdfast.budget.default}, else the built-in limit.
   *
   * @param name the budget's name; null for one without a name of its own
   */
  default BudgetLimit budget(@Nullable String name) {
    String common = text(KnownKeys.BUDGET + "default", "");
    String own = name == null ? common : text(KnownKeys.BUDGET + name, common);
    Optional<BudgetLimit> limit = BudgetLimit.parse(own);
    return limit.isPresent() ? limit.get() : BudgetLimit.DEFAULT;
  }
}
