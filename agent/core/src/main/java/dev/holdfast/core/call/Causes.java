package dev.holdfast.core.call;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Walks cause chains; bounded, because a chain may be a circle. */
public final class Causes {

  private static final int MOST = 64;

  private Causes() {}

  /**
   * The failure that others only carry: looks through {@link CompletionException}, {@link
   * ExecutionException}, {@link InvocationTargetException} and {@link
   * UndeclaredThrowableException}.
   */
  public static Throwable unwrap(Throwable failure) {
    Throwable inner = failure;
    for (int step = 0; step < MOST && isCarrier(inner); step++) {
      Throwable cause = inner.getCause();
      if (cause == null) {
        return inner;
      }
      inner = cause;
    }
    return inner;
  }

  /** Whether {@code wanted} itself is the failure or one of its causes. */
  public static boolean contains(Throwable failure, Throwable wanted) {
    return find(failure, candidate -> candidate == wanted) != null;
  }

  /** The first of the failure and its causes that the test accepts, or null. */
  public static @Nullable Throwable find(Throwable failure, Predicate<Throwable> test) {
    Throwable candidate = failure;
    for (int step = 0; step < MOST && candidate != null; step++) {
      if (test.test(candidate)) {
        return candidate;
      }
      candidate = candidate.getCause();
    }
    return null;
  }

  private static boolean isCarrier(Throwable failure) {
    return failure instanceof CompletionException
        || failure instanceof ExecutionException
        || failure instanceof InvocationTargetException
        || failure instanceof UndeclaredThrowableException;
  }
}
