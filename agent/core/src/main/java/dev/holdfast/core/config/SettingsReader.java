package dev.holdfast.core.config;

import dev.holdfast.core.plan.PolicyCatalog;
import dev.holdfast.core.plan.Setting;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads settings from all sources, and finds everything that is wrong with them in one pass.
 *
 * <p>A value that cannot be is left out, as if it had not been set; a rule with anything wrong in
 * it is left out whole, because half of it could do what nobody asked for. A wrong value under one
 * that is right and set higher up breaks nothing.
 */
public final class SettingsReader {

  private final KnownKeys known;

  /**
   * @param catalog asked only when a key names a policy or a rule, or is not known
   */
  public SettingsReader(Supplier<PolicyCatalog> catalog) {
    this.known = new KnownKeys(catalog);
  }

  /** Reads and checks what is set. */
  public Reading read(Sources sources) {
    if (sources.isEmpty()) {
      return new Reading(Settings.NONE, List.of(), List.of());
    }
    List<String> problems = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    Set<String> brokenRules = new HashSet<>();
    Map<String, Setting> values = new TreeMap<>();
    for (Entry entry : entries(sources, warnings)) {
      KeyMeaning meaning = known.find(entry.key());
      String problem = problem(entry, meaning, sources.file());
      if (problem != null) {
        problems.add(problem);
        if (!values.containsKey(Settings.index(entry.key()))) {
          brokenRules.add(ruleOf(entry.key()));
        }
      }
      if (meaning != null
          && (problem == null || staysWrong(entry))
          && !ShortForms.isOverridden(entry, meaning, values)) {
        values.putIfAbsent(
            Settings.index(entry.key()), Settings.setting(entry, value(entry, meaning.form())));
      }
    }
    Rules rules = new RuleReader(known, values, brokenRules, problems).read();
    return new Reading(new Settings(values, rules), problems, warnings);
  }

  KnownKeys known() {
    return known;
  }

  /** Everything that is set, the highest source first. */
  private List<Entry> entries(Sources sources, List<String> warnings) {
    List<Entry> entries = new ArrayList<>();
    addAll(sources.live(), entries);
    addAll(sources.properties(), entries);
    addAll(sources.arguments(), entries);
    List<Entry> below = new ArrayList<>();
    addAll(sources.file(), below);
    if (!sources.environment().isEmpty()) {
      Set<String> elsewhere = new TreeSet<>();
      for (Entry entry : entries) {
        elsewhere.add(entry.key());
      }
      for (Entry entry : below) {
        elsewhere.add(entry.key());
      }
      addEnvironment(sources.environment(), elsewhere, entries, warnings);
    }
    entries.addAll(below);
    return entries;
  }

  private static void addAll(Source source, List<Entry> entries) {
    for (Map.Entry<String, String> value : new TreeMap<>(source.values()).entrySet()) {
      entries.add(new Entry(value.getKey(), value.getValue(), source.name()));
    }
  }

  private void addEnvironment(
      Map<String, String> environment,
      Set<String> keysElsewhere,
      List<Entry> entries,
      List<String> warnings) {
    EnvironmentNames names = new EnvironmentNames(known, keysElsewhere);
    for (Map.Entry<String, String> variable : new TreeMap<>(environment).entrySet()) {
      String key = names.keyOf(variable.getKey());
      if (key == null) {
        warnings.add(
            "environment variable "
                + variable.getKey()
                + " (expected: the name of a known key). It is ignored.");
      } else {
        entries.add(new Entry(key, variable.getValue(), "environment " + variable.getKey()));
      }
    }
  }

  private @Nullable String problem(Entry entry, @Nullable KeyMeaning meaning, Source file) {
    if (meaning == null) {
      return KeyProblems.unknown(entry, known.closest(entry.key()));
    }
    if (entry.key().equals(KeyNames.CONFIG) && entry.source().equals(file.name())) {
      return KeyProblems.wrong(
          entry, "set outside of the file", "Set it as a system property, or as an agent argument");
    }
    ValueForm form = meaning.form();
    return form.accepts(entry.value()) ? null : KeyProblems.wrong(entry, form);
  }

  /** The default is this JVM's memory: who wants a store that all share must not get that. */
  private static boolean staysWrong(Entry entry) {
    return entry.key().equals(FixedKey.STORE.key());
  }

  private static String ruleOf(String key) {
    int end = key.startsWith(KnownKeys.RULE) ? key.indexOf('.', KnownKeys.RULE.length()) : -1;
    return end < 0 ? "" : key.substring(KnownKeys.RULE.length(), end);
  }

  private static Object value(Entry entry, ValueForm form) {
    if (StoreKeys.isPassword(entry.key())) {
      return new Secret(entry.value());
    }
    String text = entry.value().trim();
    return form instanceof CommonForm common && common.isWord()
        ? text.toLowerCase(Locale.ROOT)
        : text;
  }
}
