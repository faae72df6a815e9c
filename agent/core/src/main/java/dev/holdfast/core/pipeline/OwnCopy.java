package dev.holdfast.core.pipeline;

import dev.holdfast.AttemptTimeoutException;
import dev.holdfast.CallRefusedException;
import dev.holdfast.CircuitOpenException;
import java.lang.reflect.Constructor;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The exceptions of ours as an application knows them that had loaded the annotations' jar before
 * the agent came: it catches classes of its own. Outside of its guards they are of these classes,
 * inside of them of the agent's.
 *
 * @param loader of the application's classes
 */
public record OwnCopy(ClassLoader loader) {

  private static volatile boolean isAny;

  /** From now on applications may have copies; nobody looks for one before. */
  public static void expect() {
    isAny = true;
  }

  /** The copy that a class sees; empty if it sees the agent's classes. */
  static Optional<OwnCopy> seenBy(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    return isAny && loader != null && seen(CallRefusedException.class, loader) != null
        ? Optional.of(new OwnCopy(loader))
        : Optional.empty();
  }

  /** A failure as the application knows it; one that is none of ours as it is. */
  Throwable outside(Throwable failure) {
    for (Class<?> type = failure.getClass(); isOurs(type); type = type.getSuperclass()) {
      Class<?> own = seen(type, loader);
      if (own != null) {
        return copy(failure, own);
      }
    }
    return failure;
  }

  /** The failure of ours of which that is a copy; what is none as it is. */
  Throwable inside(Throwable failure) {
    if (failure.getClass().getName().startsWith("dev.holdfast.")) {
      for (Throwable attached : failure.getSuppressed()) {
        if (isOurs(attached.getClass())) {
          return attached;
        }
      }
    }
    return failure;
  }

  private static boolean isOurs(Class<?> type) {
    return CallRefusedException.class.isAssignableFrom(type)
        || AttemptTimeoutException.class.isAssignableFrom(type);
  }

  /** The application's class of that name; null if it is the agent's, or there is none. */
  private static @Nullable Class<?> seen(Class<?> type, ClassLoader loader) {
    try {
      Class<?> seen = Class.forName(type.getName(), false, loader);
      return seen == type ? null : seen;
    } catch (ClassNotFoundException | RuntimeException | LinkageError strange) {
      return null;
    }
  }

  /** An older copy that cannot be made says nothing: the agent's own goes out then. */
  private static Throwable copy(Throwable failure, Class<?> own) {
    try {
      Throwable copy = (Throwable) make(failure, own);
      copy.setStackTrace(failure.getStackTrace());
      copy.addSuppressed(failure);
      return copy;
    } catch (ReflectiveOperationException | RuntimeException other) {
      return failure;
    }
  }

  private static Object make(Throwable failure, Class<?> own) throws ReflectiveOperationException {
    String message = failure.getMessage();
    Throwable cause = failure.getCause();
    if (!(failure instanceof CallRefusedException refusal)) {
      return constructor(own, String.class, Throwable.class).newInstance(message, cause);
    }
    String name = refusal.name();
    Duration after = refusal.retryAfter();
    if (own.getName().equals(CallRefusedException.class.getName())) {
      return constructor(
              own, String.class, String.class, String.class, Duration.class, Throwable.class)
          .newInstance(refusal.policy(), name, message, after, cause);
    }
    if (refusal instanceof CircuitOpenException open) {
      return constructor(own, String.class, double.class, Duration.class, Throwable.class)
          .newInstance(name, open.failureRate(), after, cause);
    }
    return constructor(own, String.class, String.class, Duration.class, Throwable.class)
        .newInstance(name, message, after, cause);
  }

  private static Constructor<?> constructor(Class<?> own, Class<?>... parameters)
      throws NoSuchMethodException {
    return own.getConstructor(parameters);
  }
}
