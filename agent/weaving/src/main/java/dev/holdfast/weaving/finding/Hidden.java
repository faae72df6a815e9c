package dev.holdfast.weaving.finding;

import dev.holdfast.core.type.ClassModel;
import dev.holdfast.core.type.ClassModels;
import dev.holdfast.core.type.MethodModel;
import dev.holdfast.weaving.rewrite.Weaver;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Methods that a class inherits and that would be hidden by a body which weaving puts beside one of
 * its own: the JVM looks for what is called in the class first, and finds private methods, too.
 */
public final class Hidden {

  private Hidden() {}

  /**
   * Those that bodies must leave their names to, by name and descriptor, written together.
   *
   * @param methods the methods to weave, written so, too
   */
  public static Set<String> by(Set<String> methods, ClassModel type, ClassModels types) {
    Set<String> bodies =
        type.methods().stream()
            .filter(method -> methods.contains(signature(method)))
            .map(method -> Weaver.body(method.name(), method.descriptor()))
            .collect(Collectors.toSet());
    bodies.retainAll(inherited(Ancestry.of(type, types)));
    return bodies;
  }

  private static Set<String> inherited(Ancestry ancestry) {
    return Stream.concat(ancestry.superclasses().stream(), ancestry.interfaces().stream())
        .flatMap(ancestor -> ancestor.type().methods().stream())
        .map(Hidden::signature)
        .collect(Collectors.toSet());
  }

  private static String signature(MethodModel method) {
    return method.name() + method.descriptor();
  }
}
