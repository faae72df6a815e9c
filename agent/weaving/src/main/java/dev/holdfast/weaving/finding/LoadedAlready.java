package dev.holdfast.weaving.finding;

import dev.holdfast.core.plan.Declaration;
import dev.holdfast.core.plan.GuardedMethod;
import dev.holdfast.core.plan.PlanProblem;
import dev.holdfast.weaving.rewrite.Weaver;
import java.util.List;
import java.util.Optional;
import net.bytebuddy.jar.asm.Type;

/**
 * What cannot be guarded of a class that is loaded already, although it could be while the class is
 * loaded: its body cannot be moved into a method of its own any more.
 */
public final class LoadedAlready {

  private static final String REMEDY = "Start the program with -javaagent";

  private LoadedAlready() {}

  /**
   * Why a method cannot be guarded in place; empty if it can.
   *
   * @param declared what was written for it; nothing if a rule selects it
   */
  public static Optional<PlanProblem> problem(GuardedMethod method, List<Declaration> declared) {
    if (method.method().isSynchronized()) {
      String reason =
          "synchronized, in a class that is loaded already, so that waits would hold the monitor"
              + " (expected: not synchronized)";
      return Optional.of(Wording.unweavable(method, declared, new Obstacle(reason, REMEDY)));
    }
    int slots = slots(method);
    if (slots > Weaver.MOST_SLOTS) {
      String reason =
          slots
              + " slots of arguments, in a class that is loaded already (expected: <= "
              + Weaver.MOST_SLOTS
              + ")";
      return Optional.of(Wording.unweavable(method, declared, new Obstacle(reason, REMEDY)));
    }
    return Optional.empty();
  }

  /** The receiver's slot included. */
  private static int slots(GuardedMethod method) {
    int sizes = Type.getArgumentsAndReturnSizes(method.method().descriptor()) >> 2;
    return method.method().isStatic() ? sizes - 1 : sizes;
  }
}
