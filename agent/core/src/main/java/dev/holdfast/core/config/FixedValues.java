package dev.holdfast.core.config;

import dev.holdfast.core.plan.Origin;
import dev.holdfast.core.plan.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds changes of what may not change while the process runs: it reaches outside of it. */
final class FixedValues {

  private final KnownKeys known;

  FixedValues(KnownKeys known) {
    this.known = known;
  }

  /** One message for each value that may not change and does. */
  List<String> changed(Settings before, Settings after) {
    Map<String, Setting> old = fixed(before);
    Map<String, Setting> young = fixed(after);
    List<String> problems = new ArrayList<>();
    TreeSet<String> keys = new TreeSet<>(old.keySet());
    keys.addAll(young.keySet());
    for (String key : keys) {
      String was = text(old.get(key));
      String is = text(young.get(key));
      if (!was.equals(is)) {
        problems.add(message(key, printable(key, was), printable(key, is)));
      }
    }
    return problems;
  }

  private Map<String, Setting> fixed(Settings settings) {
    Map<String, Setting> fixed = new TreeMap<>();
    for (Setting setting : settings.all()) {
      if (setting.origin() instanceof Origin.Configured configured) {
        KeyMeaning meaning = known.find(configured.key());
        if (meaning != null && !meaning.isLive()) {
          fixed.put(configured.key(), setting);
        }
      }
    }
    return fixed;
  }

  private static String text(@Nullable Setting setting) {
    if (setting == null) {
      return "";
    }
    return setting.value() instanceof Secret secret ? secret.reveal() : setting.value().toString();
  }

  private static String printable(String key, String value) {
    return value.isEmpty() ? "not set" : KeyProblems.printable(new Entry(key, value, ""));
  }

  private static String message(String key, String was, String is) {
    return "%s: %s (expected: %s, as since the start). It cannot be changed while the JVM runs: set it back, or restart the JVM."
        .formatted(key, is, was);
  }
}
