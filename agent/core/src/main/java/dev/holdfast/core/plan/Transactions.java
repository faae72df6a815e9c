package dev.holdfast.core.plan;

import java.util.Optional;
import java.util.Set;

/** Tells whether a method runs in a transaction of its thread, as far as annotations tell. */
public final class Transactions {

  private static final Set<String> ANNOTATIONS =
      Set.of(
          "org.springframework.transaction.annotation.Transactional",
          "jakarta.transaction.Transactional",
          "javax.transaction.Transactional",
          "jakarta.ejb.TransactionAttribute",
          "javax.ejb.TransactionAttribute");

  private Transactions() {}

  /** The simple name of the annotation that says so, on the method or on its class. */
  public static Optional<String> around(GuardedMethod method) {
    return AnnotationSearch.find(method, ANNOTATIONS::contains).map(AnnotationSearch::simpleName);
  }
}
