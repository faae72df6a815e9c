package dev.holdfast.core.policy.deadline;

import dev.holdfast.core.plan.GuardedMethod;
import dev.holdfast.core.type.AnnotationModel;
import dev.holdfast.core.type.ClassModel;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Tells whether a method runs in a transaction of its thread, as far as annotations tell. */
final class Transactions {

  private static final Set<String> ANNOTATIONS =
      Set.of(
          "org.springframework.transaction.annotation.Transactional",
          "jakarta.transaction.Transactional",
          "javax.transaction.Transactional",
          "jakarta.ejb.TransactionAttribute",
          "javax.ejb.TransactionAttribute");

  private Transactions() {}

  /**
   * The simple name of the annotation that says so, on the method or on its class; one of the
   * application's own may carry it.
   */
  static Optional<String> around(GuardedMethod method) {
    Set<String> asked = new HashSet<>();
    return Stream.of(method.method().annotations(), method.owner().annotations())
        .flatMap(List::stream)
        .map(AnnotationModel::type)
        .filter(type -> isTransactional(type, method, asked))
        .map(type -> type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1))
        .findFirst();
  }

  private static boolean isTransactional(String type, GuardedMethod method, Set<String> asked) {
    if (ANNOTATIONS.contains(type)) {
      return true;
    }
    return asked.add(type)
        && method.types().find(type).map(ClassModel::annotations).orElse(List.of()).stream()
            .anyMatch(meta -> isTransactional(meta.type(), method, asked));
  }
}
