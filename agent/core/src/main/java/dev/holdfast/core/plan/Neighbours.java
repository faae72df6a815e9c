package dev.holdfast.core.plan;

import java.util.Set;
import java.util.stream.Stream;

/** What other people's annotations on a guarded method mean for its guards. */
final class Neighbours {

  private static final Set<String> SPRING_RETRIES =
      Set.of(
          "org.springframework.retry.annotation.Retryable",
          "org.springframework.resilience.annotation.Retryable");

  private static final String RESILIENCE4J = "io.github.resilience4j.";

  private Neighbours() {}

  /** Notes for whoever reads the method's plan. */
  static Stream<String> notes(GuardedMethod method) {
    Stream<String> transaction =
        Transactions.around(method)
            .map(
                annotation ->
                    "@"
                        + annotation
                        + ": behind Spring's proxy the guards are outside of the transaction and each"
                        + " attempt has its own; without a proxy they are inside of the caller's")
            .stream();
    Stream<String> rival =
        AnnotationSearch.find(method, Neighbours::isRival)
            .map(
                type ->
                    "@"
                        + type
                        + " guards the method too: attempts multiply. Remove one of the two.")
            .stream();
    return Stream.concat(transaction, rival);
  }

  private static boolean isRival(String type) {
    return SPRING_RETRIES.contains(type) || type.startsWith(RESILIENCE4J);
  }
}
