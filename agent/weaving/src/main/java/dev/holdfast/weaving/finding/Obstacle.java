package dev.holdfast.weaving.finding;

import dev.holdfast.core.plan.GuardedMethod;
import dev.holdfast.core.plan.ReturnKind;
import dev.holdfast.core.type.MethodModel;
import dev.holdfast.core.type.TypeRef;
import dev.holdfast.weaving.rewrite.Weaver;
import java.util.Optional;

/**
 * Why a method cannot be woven.
 *
 * @param reason what it is and, in brackets, what was expected
 * @param remedy what to do instead, without the choice to remove what was written
 */
record Obstacle(String reason, String remedy) {

  private static final String FUTURE = "java.util.concurrent.Future";
  private static final String STAGE = "java.util.concurrent.CompletionStage";

  /** The obstacle to weaving a method that has a body, or should have one. */
  static Optional<Obstacle> of(GuardedMethod guarded) {
    MethodModel method = guarded.method();
    if (method.isInitializer()) {
      return Optional.of(
          new Obstacle("a constructor (expected: a method)", "Guard the method that calls it"));
    }
    if (method.isNative()) {
      return Optional.of(
          new Obstacle("native (expected: a method in Java)", "Guard the method that calls it"));
    }
    if (guarded.owner().version() < Weaver.OLDEST) {
      return Optional.of(
          new Obstacle(
              "class file version " + guarded.owner().version() + " (expected: >= 49, Java 5)",
              "Compile it for a newer Java"));
    }
    if (isSuspending(method)) {
      return Optional.of(
          new Obstacle(
              "a suspending function of Kotlin (expected: a method that returns when it is done)",
              "Guard a method that it calls"));
    }
    return isOwnKindOfFuture(guarded)
        ? Optional.of(
            new Obstacle(
                "returns "
                    + method.returnType().name()
                    + " (expected: CompletionStage, CompletableFuture or Future)",
                "Declare one of these"))
        : Optional.empty();
  }

  /** It returns whenever it is suspended, and is called again to go on. */
  private static boolean isSuspending(MethodModel method) {
    int last = method.parameters().size() - 1;
    return last >= 0
        && method.parameters().get(last).type().is("kotlin.coroutines.Continuation")
        && method.returnType().is("java.lang.Object");
  }

  /** A pipeline cannot make an instance of it to hand out in place of the first one. */
  private static boolean isOwnKindOfFuture(GuardedMethod guarded) {
    TypeRef type = guarded.method().returnType();
    boolean isObject = !type.isArray() && guarded.method().descriptor().endsWith(";");
    return isObject
        && guarded.returnKind() == ReturnKind.VALUE
        && (guarded.types().isSubtype(type.name(), FUTURE)
            || guarded.types().isSubtype(type.name(), STAGE));
  }
}
