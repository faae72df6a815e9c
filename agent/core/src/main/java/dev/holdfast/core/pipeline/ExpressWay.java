package dev.holdfast.core.pipeline;

import static java.lang.invoke.MethodType.methodType;

import dev.holdfast.bridge.WovenSite;
import dev.holdfast.core.call.Call;
import dev.holdfast.core.call.CallCounter;
import dev.holdfast.core.call.Replay;
import dev.holdfast.core.call.Scopes;
import dev.holdfast.core.time.Time;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/**
 * The short way through a pipeline, for calls whose first attempt succeeds: arguments and result
 * stay as they are, on the stack. Linked, it reads:
 *
 * <pre>{@code
 * long begun = begun();
 * long token = enter();
 * if (token < 0) return stages(arguments);
 * try { result = body(arguments) } catch (Throwable failure) { return recover(failure, ...) }
 * succeeded(token);
 * return result;
 * }</pre>
 *
 * The token's lowest bit says whether the call was noted by {@link Scopes#beginOutside()}.
 */
record ExpressWay(CallCounter calls, Time time, Express policy, Entry entry) {

  private static final int MOST_SLOTS = 240;
  private static final Lookup LOOKUP = MethodHandles.lookup();
  private static final MethodHandle BEGUN = find("begun", methodType(long.class));
  private static final MethodHandle ENTER = find("enter", methodType(long.class));
  private static final MethodHandle GOES_EXPRESS =
      find("goesExpress", methodType(boolean.class, long.class));
  private static final MethodHandle SUCCEEDED =
      find("succeeded", methodType(void.class, long.class));
  private static final MethodHandle RECOVER =
      find(
          "recover",
          methodType(Object.class, Throwable.class, long.class, long.class, Object[].class));

  /**
   * Whether there is room for two numbers and a failure beside the arguments: handles end at 255
   * slots, and those that the JDK makes of others add some.
   */
  static boolean fits(MethodType type) {
    int slots = 0;
    for (Class<?> parameter : type.parameterArray()) {
      slots += parameter == long.class || parameter == double.class ? 2 : 1;
    }
    return slots <= MOST_SLOTS;
  }

  /**
   * The way as a handle of the site's type.
   *
   * @param stages the long way, which counts for itself
   */
  MethodHandle handle(WovenSite site, MethodHandle stages) {
    MethodType type = site.type();
    MethodHandle attempt = MethodHandles.dropArguments(site.body(), 0, long.class, long.class);
    MethodHandle failed = RECOVER.bindTo(this);
    MethodHandle recover =
        site.isSpread()
            ? failed
            : failed
                .asCollector(Object[].class, type.parameterCount())
                .asType(type.insertParameterTypes(0, Throwable.class, long.class, long.class));
    MethodHandle guarded =
        MethodHandles.catchException(andThenSucceeded(attempt), Throwable.class, recover);
    MethodHandle chosen =
        MethodHandles.guardWithTest(
            MethodHandles.dropArguments(GOES_EXPRESS.bindTo(this), 1, long.class),
            guarded,
            MethodHandles.dropArguments(stages, 0, long.class, long.class));
    MethodHandle entered = MethodHandles.foldArguments(chosen, ENTER.bindTo(this));
    return MethodHandles.foldArguments(entered, BEGUN.bindTo(this));
  }

  /** From {@code (token, begun, arguments)}: the attempt, then {@link #succeeded}, the result. */
  private MethodHandle andThenSucceeded(MethodHandle attempt) {
    MethodType type = attempt.type();
    Class<?> result = type.returnType();
    MethodHandle answer =
        result == void.class
            ? MethodHandles.empty(type)
            : MethodHandles.dropArguments(MethodHandles.identity(result), 1, type.parameterList());
    MethodHandle noted =
        MethodHandles.foldArguments(answer, result == void.class ? 0 : 1, SUCCEEDED.bindTo(this));
    return MethodHandles.foldArguments(noted, attempt);
  }

  long begun() {
    return time.coarseNanoTime();
  }

  long enter() {
    long token = policy.enter();
    if (token < 0) {
      return Express.STAGES;
    }
    if (!Scopes.isTracked()) {
      calls.increment();
      return token << 1;
    }
    if (!Scopes.beginOutside()) {
      return Express.STAGES;
    }
    calls.increment();
    return token << 1 | 1;
  }

  boolean goesExpress(long token) {
    return token >= 0;
  }

  void succeeded(long token) {
    policy.succeeded(token >> 1);
    end(token);
  }

  @Nullable Object recover(
      Throwable failure, long token, long begunNanos, @Nullable Object[] arguments)
      throws Throwable {
    try {
      return entry.goOn(new Call(arguments, new Replay(failure, begunNanos, token >> 1)));
    } finally {
      end(token);
    }
  }

  private static void end(long token) {
    if ((token & 1) != 0) {
      Scopes.endOutside();
    } else if (Scopes.isTracked()) {
      Scopes.endUntracked();
    }
  }

  private static MethodHandle find(String name, MethodType type) {
    try {
      return LOOKUP.findVirtual(ExpressWay.class, name, type);
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError("the express way cannot be linked", impossible);
    }
  }
}
