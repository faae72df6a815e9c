package dev.holdfast.core.plan;

import dev.holdfast.core.type.AnnotationModel;
import dev.holdfast.core.type.ClassModel;
import dev.holdfast.core.type.MethodModel;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Looks for other people's annotations on a method. */
public final class AnnotationSearch {

  private AnnotationSearch() {}

  /**
   * The binary name of an annotation of that kind on the method or on its class, or on what they
   * override and extend; one of the application's own may carry it, and is answered then.
   */
  public static Optional<String> find(GuardedMethod method, Predicate<String> kind) {
    Set<String> asked = new HashSet<>();
    return Stream.concat(
            Stream.of(method.method().annotations(), method.owner().annotations()),
            inherited(method))
        .flatMap(List::stream)
        .map(AnnotationModel::type)
        .filter(type -> isOf(type, kind, method, asked))
        .findFirst();
  }

  /** A type's name without its package and outer class. */
  public static String simpleName(String type) {
    return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
  }

  /** Nearest first; other people's frameworks look there too. */
  private static Stream<List<AnnotationModel>> inherited(GuardedMethod method) {
    MethodModel own = method.method();
    if (own.isStatic() || own.isPrivate()) {
      return Stream.of();
    }
    return method.types().supertypes(method.owner()).stream()
        .flatMap(
            type ->
                Stream.concat(
                    type
                        .method(own.name(), own.descriptor())
                        .map(MethodModel::annotations)
                        .stream(),
                    Stream.of(type.annotations())));
  }

  private static boolean isOf(
      String type, Predicate<String> kind, GuardedMethod method, Set<String> asked) {
    if (kind.test(type)) {
      return true;
    }
    return asked.add(type)
        && method.types().find(type).map(ClassModel::annotations).orElse(List.of()).stream()
            .anyMatch(meta -> isOf(meta.type(), kind, method, asked));
  }
}
