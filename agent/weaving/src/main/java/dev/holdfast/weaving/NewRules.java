package dev.holdfast.weaving;

import dev.holdfast.core.config.Configuration;
import dev.holdfast.core.config.MethodPattern;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Weaves what new rules select among the classes that are loaded already and that nothing was woven
 * of; classes that are woven keep their members.
 */
final class NewRules implements Consumer<Configuration> {

  private final Runnable weaveLoaded;
  private Set<String> known;

  /**
   * @param before the rules by which classes were woven while they were loaded
   */
  NewRules(Configuration before, Runnable weaveLoaded) {
    this.weaveLoaded = weaveLoaded;
    known = patterns(before);
  }

  @Override
  public synchronized void accept(Configuration changed) {
    Set<String> patterns = patterns(changed);
    boolean isNew = !known.containsAll(patterns);
    known = patterns;
    if (isNew) {
      weaveLoaded.run();
    }
  }

  private static Set<String> patterns(Configuration configuration) {
    return configuration.rules().all().stream()
        .flatMap(rule -> rule.patterns().stream())
        .map(MethodPattern::toString)
        .collect(Collectors.toSet());
  }
}
