package dev.holdfast.core.policy.idempotent;

import dev.holdfast.core.pipeline.Access;
import dev.holdfast.core.policy.idempotent.data.StoredOutcome;
import dev.holdfast.core.policy.idempotent.data.Unstorable;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes remembered failures again: of a type that the method lists, with the message that was
 * stored, and a mark at the top of the stack.
 */
record FailureMaker(Remembered remembered, @Nullable ClassLoader loader, Access access) {

  /** Where the stack trace of a remembered failure begins. */
  static final StackTraceElement MARK =
      new StackTraceElement("dev.holdfast.Idempotent", "rememberedFailure", null, -1);

  /**
   * @throws Unstorable if the type is not listed any more, or cannot be made
   */
  Throwable make(StoredOutcome.Threw stored) {
    if (!remembered.types().contains(stored.type())) {
      throw new Unstorable("its failure is of a type that is not remembered any more");
    }
    Throwable made = made(stored);
    made.setStackTrace(
        Stream.concat(Stream.of(MARK), Arrays.stream(made.getStackTrace()))
            .toArray(StackTraceElement[]::new));
    return made;
  }

  /** By the first constructor that gives it the message, or else by any. */
  private Throwable made(StoredOutcome.Threw stored) {
    Throwable closest = null;
    Throwable last = new NoSuchMethodException(stored.type());
    for (MethodHandle constructor : constructors(stored.type())) {
      try {
        Throwable made = new RememberedMessage(stored.message()).giveBy(constructor);
        if (Objects.equals(made.getMessage(), stored.message())) {
          return made;
        }
        closest = closest == null ? made : closest;
      } catch (Throwable failed) {
        last = failed;
      }
    }
    if (closest == null) {
      throw new Unstorable(
          "its failure, a %s, cannot be made again".formatted(stored.type()), last);
    }
    return closest;
  }

  private List<MethodHandle> constructors(String name) {
    try {
      Class<?> type = Class.forName(name, true, loader);
      return FailureConstructors.find(lookup(type), type);
    } catch (ClassNotFoundException | LinkageError gone) {
      throw new Unstorable("its failure, a %s, is not there any more".formatted(name), gone);
    }
  }

  /** Of the JDK's own failures only public constructors are reached. */
  private MethodHandles.Lookup lookup(Class<?> type) {
    try {
      return access.in(type);
    } catch (IllegalAccessException closed) {
      return MethodHandles.publicLookup();
    }
  }
}
