package dev.holdfast.core.policy.fallback.value;

import java.util.List;

/** Tells the types of the platform from those of applications and their libraries, by name. */
final class Platform {

  private static final List<String> PREFIXES =
      List.of("java.", "javax.", "jakarta.", "jdk.", "sun.", "com.sun.");

  private Platform() {}

  static boolean owns(String binaryName) {
    return PREFIXES.stream().anyMatch(binaryName::startsWith);
  }

  /** Whether it is one of the types by which methods answer later. */
  static boolean isFuture(String binaryName) {
    return binaryName.equals("java.util.concurrent.CompletionStage")
        || binaryName.equals("java.util.concurrent.CompletableFuture")
        || binaryName.equals("java.util.concurrent.Future");
  }
}
