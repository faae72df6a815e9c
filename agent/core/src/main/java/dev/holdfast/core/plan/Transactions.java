package dev.holdfast.core.plan;

import dev.holdfast.core.type.AnnotationModel;
import java.util.List;
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

  private static final Set<String> BEANS =
      Set.of("Stateless", "Stateful", "Singleton", "MessageDriven");

  private Transactions() {}

  /** The simple name of the annotation that says so, on the method or on its class. */
  public static Optional<String> around(GuardedMethod method) {
    return AnnotationSearch.find(method, ANNOTATIONS::contains)
        .map(AnnotationSearch::simpleName)
        .or(() -> ofContainer(method));
  }

  /**
   * The simple name of the annotation that makes the method's class an enterprise bean (Jakarta
   * Enterprise Beans 4.0, 8.3.6: its container begins transactions unless the bean says that it
   * does).
   */
  static Optional<String> ofContainer(GuardedMethod method) {
    List<AnnotationModel> annotations = method.owner().annotations();
    if (annotations.stream().anyMatch(Transactions::leavesThemToTheBean)) {
      return Optional.empty();
    }
    return annotations.stream()
        .map(AnnotationModel::type)
        .filter(Transactions::isBean)
        .map(AnnotationSearch::simpleName)
        .findFirst();
  }

  private static boolean isBean(String type) {
    return isOfBeans(type) && BEANS.contains(AnnotationSearch.simpleName(type));
  }

  private static boolean leavesThemToTheBean(AnnotationModel annotation) {
    return isOfBeans(annotation.type())
        && AnnotationSearch.simpleName(annotation.type()).equals("TransactionManagement")
        && "BEAN".equals(annotation.values().get("value"));
  }

  private static boolean isOfBeans(String type) {
    return type.startsWith("jakarta.ejb.") || type.startsWith("javax.ejb.");
  }
}
