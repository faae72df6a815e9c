package dev.holdfast.launcher.program;

import dev.holdfast.Retry;
import java.io.ObjectStreamClass;
import java.io.Serializable;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Objects;

/** What reflection, serialization and stack traces tell of a woven class. */
@SuppressWarnings({"SystemOut", "serial"})
public final class Shape implements Serializable {

  private Shape() {}

  /** Fails always. */
  @Retry(maxAttempts = 2, backoff = "0")
  @Deprecated
  public String fail(@SuppressWarnings("unused") String name) {
    throw new IllegalStateException("always");
  }

  /** Prints methods, serialVersionUID, and where a failure came from. */
  public static void main(String[] arguments) {
    Arrays.stream(Shape.class.getDeclaredMethods())
        .filter(method -> !method.isSynthetic())
        .map(Method::toGenericString)
        .sorted()
        .forEach(System.out::println);
    System.out.println(ObjectStreamClass.lookup(Shape.class).getSerialVersionUID());
    try {
      new Shape().fail("x");
    } catch (IllegalStateException failure) {
      Arrays.stream(failure.getStackTrace())
          .filter(frame -> frame.getClassName().equals(Shape.class.getName()))
          .map(frame -> frame.getMethodName() + ":" + (frame.getLineNumber() > 0))
          .forEach(System.out::println);
      Arrays.stream(failure.getSuppressed())
          .map(
              attempt ->
                  attempt.getClass().getSimpleName()
                      + " "
                      + Objects.requireNonNull(attempt.getCause()).getMessage())
          .forEach(System.out::println);
    }
  }
}
