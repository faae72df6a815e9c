package dev.holdfast.weaving.finding;

import dev.holdfast.core.type.ClassModel;
import dev.holdfast.core.type.ClassModels;
import dev.holdfast.core.type.TypeRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that is above a class and can carry annotations of ours, as far as class files are found.
 *
 * @param superclasses nearest first
 * @param interfaces each once, those of the class itself before those of its superclasses and those
 *     before what they extend
 */
record Ancestry(List<Ancestor> superclasses, List<Ancestor> interfaces) {

  Ancestry {
    superclasses = List.copyOf(superclasses);
    interfaces = List.copyOf(interfaces);
  }

  static Ancestry of(ClassModel type, ClassModels types) {
    List<Ancestor> superclasses = new ArrayList<>();
    Deque<Ancestor> open = new ArrayDeque<>();
    Set<String> seen = new HashSet<>();
    Optional<Ancestor> next = Optional.of(Ancestor.of(type, TypeRef.of(type.name())));
    while (next.isPresent() && seen.add(next.get().type().name())) {
      Ancestor current = next.get();
      open.add(current);
      next =
          current.type().superName().isPresent()
              ? find(current, current.type().supertypes().get(0), types)
              : Optional.empty();
      next.filter(parent -> !seen.contains(parent.type().name())).ifPresent(superclasses::add);
    }
    return new Ancestry(superclasses, interfaces(open, types));
  }

  private static List<Ancestor> interfaces(Deque<Ancestor> open, ClassModels types) {
    List<Ancestor> interfaces = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Ancestor current = open.poll(); current != null; current = open.poll()) {
      int first = current.type().superName().isPresent() ? 1 : 0;
      List<TypeRef> supertypes = current.type().supertypes();
      for (TypeRef written : supertypes.subList(first, supertypes.size())) {
        if (seen.add(written.name())) {
          Optional<Ancestor> parent = find(current, written, types);
          parent.ifPresent(interfaces::add);
          parent.ifPresent(open::add);
        }
      }
    }
    return interfaces;
  }

  private static Optional<Ancestor> find(Ancestor below, TypeRef written, ClassModels types) {
    return Strangers.include(written.name())
        ? Optional.empty()
        : types.find(written.name()).map(type -> Ancestor.of(type, written.with(below.bindings())));
  }
}
