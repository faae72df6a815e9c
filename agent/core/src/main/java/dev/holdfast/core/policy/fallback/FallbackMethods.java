package dev.holdfast.core.policy.fallback;

import dev.holdfast.core.config.Closest;
import dev.holdfast.core.plan.Attributes;
import dev.holdfast.core.plan.GuardedMethod;
import dev.holdfast.core.type.ClassModel;
import dev.holdfast.core.type.MethodModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the methods that stand in for a guarded one, or tells why there are none. */
record FallbackMethods(Attributes attributes, GuardedMethod guarded) {

  private static final String METHOD = "method";

  /**
   * What was written, found.
   *
   * @param itself whether it is the guarded method and nothing else
   */
  record Found(List<FallbackMethod> overloads, boolean itself) {

    static final Found NOTHING = new Found(List.of(), false);

    Found {
      overloads = List.copyOf(overloads);
    }
  }

  /** The overloads that fit; if there are none for another reason than itself, it is reported. */
  Found find(String written) {
    int separator = written.indexOf('#');
    String name = written.substring(separator + 1).strip();
    String type = separator < 0 ? guarded.owner().name() : written.substring(0, separator).strip();
    if (type.isEmpty() || !isName(name)) {
      attributes.reject(
          METHOD,
          "the name of a method, or some.pkg.Type#method",
          "Write the name alone, without parameters.");
      return Found.NOTHING;
    }
    Optional<ClassModel> place = place(type);
    if (place.isEmpty()) {
      attributes.reject(METHOD, "a class before the #", "There is no class " + type + ".");
      return Found.NOTHING;
    }
    return find(name, place.get());
  }

  private static boolean isName(String name) {
    return !name.isEmpty() && name.chars().allMatch(Character::isJavaIdentifierPart);
  }

  /** A nested class may be written with dots, as in source code. */
  private Optional<ClassModel> place(String type) {
    if (type.equals(guarded.owner().name())) {
      return Optional.of(guarded.owner());
    }
    Optional<ClassModel> found = guarded.types().find(type);
    int dot = type.lastIndexOf('.');
    return found.isPresent() || dot < 0
        ? found
        : place(type.substring(0, dot) + '$' + type.substring(dot + 1));
  }

  private Found find(String name, ClassModel place) {
    MethodSearch search = new MethodSearch(guarded.types(), guarded.owner(), place);
    boolean isOwn = place.name().equals(guarded.owner().name());
    MethodFit fit = new MethodFit(guarded, !isOwn || guarded.method().isStatic());
    List<Candidate> others = new ArrayList<>(search.named(name));
    boolean wasItself = others.removeIf(this::isItself);
    List<FallbackMethod> fitting =
        others.stream()
            .filter(search::isReachable)
            .flatMap(candidate -> fit.fit(candidate, place.name()).stream())
            .toList();
    if (fitting.stream().anyMatch(fit::isTooWide)) {
      attributes.reject(
          METHOD,
          "parameters that take at most 254 slots, receiver and failure included",
          "Take fewer parameters, or leave out the failure.");
      return Found.NOTHING;
    }
    if (!fitting.isEmpty() || wasItself) {
      return new Found(fitting, fitting.isEmpty());
    }
    if (others.isEmpty()) {
      rejectMissing(name, place, search);
    } else {
      rejectUnfit(others, fit.text(name), search);
    }
    return Found.NOTHING;
  }

  private boolean isItself(Candidate candidate) {
    MethodModel method = candidate.method();
    return candidate.in().model().name().equals(guarded.owner().name())
        && method.name().equals(guarded.method().name())
        && method.descriptor().equals(guarded.method().descriptor());
  }

  private void rejectMissing(String name, ClassModel place, MethodSearch search) {
    List<String> names =
        search.names().stream().filter(each -> !each.equals(guarded.method().name())).toList();
    attributes.reject(
        METHOD,
        "a method of " + place.name(),
        names.isEmpty() ? "Add it." : "Add it, or write " + Closest.to(name, names) + ".");
  }

  private void rejectUnfit(List<Candidate> found, String expected, MethodSearch search) {
    String texts = found.stream().map(Candidate::text).collect(Collectors.joining("; "));
    boolean isHidden = found.stream().noneMatch(search::isReachable);
    attributes.reject(
        METHOD,
        isHidden ? "a method that " + guarded.owner().name() + " can call" : expected,
        (isHidden ? "Make visible: " : "Change ") + texts + ".");
  }
}
