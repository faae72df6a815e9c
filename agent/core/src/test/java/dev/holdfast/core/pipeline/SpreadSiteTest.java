package dev.holdfast.core.pipeline;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.bridge.WovenSite;
import dev.holdfast.core.time.FakeTime;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Class files without {@code invokedynamic}, and methods too wide for handles, hand their arguments
 * over in one array; a method may take just such an array for its own.
 */
class SpreadSiteTest {

  private static final MethodType GENERIC = MethodType.methodType(Object.class, Object[].class);

  private final List<List<Object>> calls = new ArrayList<>();
  private final TestGuard guard =
      new TestGuard(
          "shop.Cart#pay",
          new FakeTime(),
          Runnable::run,
          binding -> List.of(new Layer(Ring.REPEAT, new Twice())));

  @Test
  void theSecondAttemptGetsTheArgumentsOfTheFirst() throws Throwable {
    MethodHandle pay = guard.express(site(body(), true));

    assertThat(pay.invokeWithArguments((Object) new Object[] {1L, 2})).isEqualTo(7);
    assertThat(calls).containsExactly(List.of(1L, 2), List.of(1L, 2));
  }

  @Test
  void anArrayOfTheMethodsOwnStaysOneArgument() throws Throwable {
    MethodHandle pay = guard.express(site(body(), false));

    assertThat(pay.invokeWithArguments((Object) new Object[] {1L, 2})).isEqualTo(7);
    assertThat(calls).containsExactly(List.of(1L, 2), List.of(1L, 2));
  }

  @Test
  void methodsAreGuardedThatAreJustNotTooWideForHandles() throws Throwable {
    MethodType wide = MethodType.methodType(int.class, nCopies(252, int.class));
    MethodHandle pay =
        guard.express(site(body().asCollector(Object[].class, 252).asType(wide), false));

    assertThat(pay.invokeWithArguments(nCopies(252, 1))).isEqualTo(7);
    assertThat(calls).containsExactly(nCopies(252, 1), nCopies(252, 1));
  }

  /** Fails the first time. */
  Object pay(Object[] arguments) {
    calls.add(List.of(arguments));
    if (calls.size() == 1) {
      throw new IllegalStateException("down");
    }
    return 7;
  }

  private MethodHandle body() throws ReflectiveOperationException {
    return MethodHandles.lookup().bind(this, "pay", GENERIC).asFixedArity();
  }

  private static WovenSite site(MethodHandle body, boolean isSpread) {
    return new WovenSite(MethodHandles.lookup(), "pay", "", body.type(), body, isSpread);
  }

  /** Calls again once. */
  private static final class Twice implements Policy {

    @Override
    public Stage around(Stage next) {
      return call -> {
        try {
          return next.call(call);
        } catch (IllegalStateException failure) {
          return next.call(call);
        }
      };
    }

    @Override
    public AsyncStage aroundAsync(AsyncStage next) {
      return next;
    }

    @Override
    public Express express() {
      return Express.NOTHING;
    }

    @Override
    public Observer observer() {
      return call -> (result, failure) -> {};
    }
  }
}
