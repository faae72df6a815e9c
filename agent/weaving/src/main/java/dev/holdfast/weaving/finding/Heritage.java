package dev.holdfast.weaving.finding;

import dev.holdfast.core.type.ByLoader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Whether a class has to do with us: through an annotation of ours, on itself, on a type above it,
 * or on an annotation that is written there; or through a rule that names a type above it. Users of
 * meta-annotations and subclasses hold no text of ours, so the names that they do hold are followed
 * through class files, once for each loader.
 *
 * <p>No lock is held while a loader is asked; two threads may ask the same.
 */
public final class Heritage {

  private final List<Predicate<String>> ruled;
  private final ByLoader<Verdicts> byLoader = new ByLoader<>(Verdicts::new);

  /**
   * @param ruled tell the types whose subtypes a rule names; without one, types of the JDK and of
   *     well-known libraries are not followed
   */
  public Heritage(List<Predicate<String>> ruled) {
    this.ruled = List.copyOf(ruled);
  }

  /** Whether a class that is being loaded is to be read as a whole. */
  public boolean concerns(@Nullable ClassLoader loader, Glance glance) {
    if (glance.holdsOurs() || isRuled(glance.name())) {
      byLoader.of(loader).remember(glance.name(), true);
      return true;
    }
    if (isStrange(glance.name()) && !JdkProxies.isOne(glance.name())) {
      return false;
    }
    Verdicts verdicts = byLoader.of(loader);
    boolean isConcerned = search(verdicts, glance.supertypes(), glance.annotations());
    verdicts.remember(glance.name(), isConcerned);
    return isConcerned;
  }

  /** Whether lambdas of a class implement an interface that has to do with us. */
  public boolean concernsLambdas(@Nullable ClassLoader loader, Glance glance) {
    return !glance.functional().isEmpty()
        && search(byLoader.of(loader), glance.functional(), List.of());
  }

  /** Visits types breadth first: annotations may be annotated in circles. */
  private boolean search(Verdicts verdicts, List<String> types, List<String> annotations) {
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>();
    follow(types, annotations, seen, open);
    for (String type = open.poll(); type != null; type = open.poll()) {
      if (isConcerned(verdicts, type, seen, open)) {
        verdicts.remember(type, true);
        return true;
      }
    }
    verdicts.remember(seen, false);
    return false;
  }

  private boolean isConcerned(
      Verdicts verdicts, String type, Set<String> seen, Deque<String> open) {
    return verdicts.of(type).orElseGet(() -> look(verdicts, type, seen, open));
  }

  private boolean look(Verdicts verdicts, String type, Set<String> seen, Deque<String> open) {
    if (isRuled(type)) {
      return true;
    }
    Glance glance = verdicts.look(type);
    follow(glance.supertypes(), glance.annotations(), seen, open);
    return glance.holdsOurs();
  }

  private void follow(
      List<String> types, List<String> annotations, Set<String> seen, Deque<String> open) {
    for (String type : types) {
      if (!isStrange(type) && seen.add(type)) {
        open.add(type);
      }
    }
    for (String annotation : annotations) {
      if (!Strangers.include(annotation) && seen.add(annotation)) {
        open.add(annotation);
      }
    }
  }

  /** A rule may mean the subtypes of a stranger, or of what a stranger extends. */
  private boolean isStrange(String type) {
    return ruled.isEmpty() && Strangers.include(type);
  }

  private boolean isRuled(String type) {
    for (Predicate<String> rule : ruled) {
      if (rule.test(type)) {
        return true;
      }
    }
    return false;
  }
}
