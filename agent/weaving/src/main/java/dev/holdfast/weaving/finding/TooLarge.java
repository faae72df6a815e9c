package dev.holdfast.weaving.finding;

import dev.holdfast.core.plan.GuardedMethod;
import dev.holdfast.core.type.ClassModel;
import dev.holdfast.core.type.ClassModels;
import dev.holdfast.weaving.rewrite.Manner;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds methods that cannot be woven because their code is so long that there is no room for more:
 * the others of their class are not to pay for it.
 */
final class TooLarge {

  /** In a smaller class file no code can become too long: weaving at most doubles it. */
  private static final int LEAST_SIZE = 32_768;

  private static final Obstacle OBSTACLE =
      new Obstacle(
          "code that has no room for what weaving adds (expected: at most 65,535 bytes of it when"
              + " it is woven)",
          "Split it");

  private final ClassModel type;
  private final byte[] classFile;
  private final ClassModels types;
  private final Manner manner;

  TooLarge(ClassModel type, byte[] classFile, ClassModels types, Manner manner) {
    this.type = type;
    this.classFile = classFile;
    this.types = types;
    this.manner = manner;
  }

  /** The findings, with those methods told as not to be woven. */
  List<Finding> told(List<Finding> findings) {
    if (classFile.length < LEAST_SIZE) {
      return findings;
    }
    Set<String> guarded =
        findings.stream()
            .filter(Finding.Guarded.class::isInstance)
            .map(finding -> signature((Finding.Guarded) finding))
            .collect(Collectors.toSet());
    Set<String> tooLarge = guarded.isEmpty() ? Set.of() : manner.tooLarge(classFile, guarded);
    return findings.stream().map(finding -> told(finding, tooLarge)).toList();
  }

  private Finding told(Finding finding, Set<String> tooLarge) {
    return finding instanceof Finding.Guarded guarded && tooLarge.contains(signature(guarded))
        ? new Finding.Unweavable(
            Wording.unweavable(
                new GuardedMethod(type, guarded.method(), types), guarded.declarations(), OBSTACLE))
        : finding;
  }

  private static String signature(Finding.Guarded guarded) {
    return guarded.method().name() + guarded.method().descriptor();
  }
}
