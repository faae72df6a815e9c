package dev.holdfast.core.plan;

import java.util.Set;
import java.util.stream.Stream;

/** What other people's annotations on a guarded method mean for its guards. */
final class Neighbours {

  private static final Set<String> SPRING_RETRIES =
      Set.of(
          "org.springframework.retry.annotation.Retryable",
          "org.springframework.resilience.annotation.Retryable");

  private static final Set<String> CACHES =
      Set.of(
          "org.springframework.cache.annotation.Cacheable",
          "org.springframework.cache.annotation.CachePut");

  private static final String RESILIENCE4J = "io.github.resilience4j.";

  private Neighbours() {}

  /** Notes for whoever reads the plan of a method with those policies. */
  static Stream<String> notes(GuardedMethod method, Set<String> policies) {
    Stream<String> transaction =
        Transactions.ofContainer(method)
            .map(Neighbours::ofContainer)
            .or(() -> Transactions.around(method).map(Neighbours::ofProxy))
            .stream();
    Stream<String> rival =
        AnnotationSearch.find(method, Neighbours::isRival)
            .map(
                type ->
                    "@"
                        + type
                        + " guards the method too: attempts multiply. Remove one of the two.")
            .stream();
    Stream<String> cache =
        policies.contains("fallback")
            ? AnnotationSearch.find(method, CACHES::contains)
                .map(
                    type ->
                        "@"
                            + AnnotationSearch.simpleName(type)
                            + " keeps what a fallback answers, too. Keep it out by unless ="
                            + " \"T(dev.holdfast.Holdfast).degraded()\".")
                .stream()
            : Stream.of();
    return Stream.of(transaction, rival, cache).flatMap(notes -> notes);
  }

  private static String ofContainer(String annotation) {
    return "@"
        + annotation
        + ": the guards are inside of the transaction that the container begins, and all attempts share"
        + " it. Guard a method that is called from outside of it, or one with @Transactional of CDI.";
  }

  private static String ofProxy(String annotation) {
    return "@"
        + annotation
        + ": behind a proxy of Spring or CDI the guards are outside of the transaction and each"
        + " attempt has its own; without a proxy they are inside of the caller's";
  }

  private static boolean isRival(String type) {
    return SPRING_RETRIES.contains(type) || type.startsWith(RESILIENCE4J);
  }
}
