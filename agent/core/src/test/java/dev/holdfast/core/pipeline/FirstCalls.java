package dev.holdfast.core.pipeline;

import dev.holdfast.core.call.Scopes;
import dev.holdfast.core.time.FakeTime;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** A program whose first guarded call is not tracked, and contains some that are. */
public final class FirstCalls {

  private static final TestGuard GUARD =
      new TestGuard("shop.Cart#pay", new FakeTime(), Runnable::run);

  private FirstCalls() {}

  public static void main(String[] arguments) throws Throwable {
    if (arguments[0].equals("express")) {
      MethodHandle outer =
          GUARD.express(
              MethodHandles.lookup()
                  .findStatic(FirstCalls.class, "outer", MethodType.methodType(void.class)));
      outer.invokeExact();
    } else {
      GUARD.call(
          call -> {
            outer();
            return null;
          });
    }
    boolean isDegraded = Scopes.isDegraded();
    GUARD.call(call -> null);
    System.out.printf("degraded: %s, after the next call: %s%n", isDegraded, Scopes.isDegraded());
  }

  static void outer() throws Throwable {
    Scopes.track();
    GUARD.call(
        call -> {
          Scopes.degrade();
          return null;
        });
    GUARD.call(call -> null);
  }
}
