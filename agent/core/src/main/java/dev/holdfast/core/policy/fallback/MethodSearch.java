package dev.holdfast.core.policy.fallback;

import dev.holdfast.core.policy.fallback.value.Visibility;
import dev.holdfast.core.type.BoundClass;
import dev.holdfast.core.type.ClassModel;
import dev.holdfast.core.type.ClassModels;
import dev.holdfast.core.type.TypeRef;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The methods that code of one class could call on a class, itself or another, by their names.
 *
 * @param types finds classes as the user's loader would
 * @param user the class that declares the guarded method
 * @param place the class on which methods are looked for, inherited ones included
 */
record MethodSearch(ClassModels types, ClassModel user, ClassModel place) {

  /** The methods of that name, the nearest first, without those that nearer ones override. */
  List<Candidate> named(String name) {
    List<Candidate> found = new ArrayList<>();
    Set<List<String>> seen = new HashSet<>();
    all()
        .filter(candidate -> candidate.method().name().equals(name))
        .filter(candidate -> seen.add(erasures(candidate)))
        .forEach(found::add);
    return found;
  }

  /** The names of all methods. */
  List<String> names() {
    return all().map(candidate -> candidate.method().name()).distinct().toList();
  }

  /** Whether the user's own code could call it. */
  boolean isReachable(Candidate candidate) {
    ClassModel declaring = candidate.in().model();
    boolean isInherited = !declaring.name().equals(place.name());
    return (!isInherited || isInheritable(candidate, declaring))
        && (place.name().equals(user.name())
            || new Visibility(types, user).includes(place, candidate.method().modifiers()));
  }

  private boolean isInheritable(Candidate candidate, ClassModel declaring) {
    if (isStaticOfInterface(candidate)) {
      return false;
    }
    int modifiers = candidate.method().modifiers();
    return Modifier.isPublic(modifiers)
        || Modifier.isProtected(modifiers)
        || (!Modifier.isPrivate(modifiers)
            && declaring.packageName().equals(place.packageName())
            && declaring.packageName().equals(user.packageName()));
  }

  private static boolean isStaticOfInterface(Candidate candidate) {
    return candidate.method().isStatic() && candidate.in().model().isInterface();
  }

  private Stream<Candidate> all() {
    return new BoundClass(TypeRef.of(place.name()), place)
        .lineage(types).stream()
            .flatMap(
                type -> type.model().methods().stream().map(method -> new Candidate(type, method)))
            .filter(
                candidate ->
                    !candidate.method().isSynthetic() && !candidate.method().isInitializer());
  }

  private static List<String> erasures(Candidate candidate) {
    return candidate.parameters().stream()
        .map(parameter -> parameter.name() + "[]".repeat(parameter.dimensions()))
        .toList();
  }
}
