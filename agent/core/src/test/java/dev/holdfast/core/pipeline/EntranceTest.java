package dev.holdfast.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.CallRefusedException;
import dev.holdfast.core.call.Detour;
import dev.holdfast.core.event.Events;
import dev.holdfast.core.plan.Origin;
import dev.holdfast.core.plan.Plan;
import dev.holdfast.core.plan.PolicySpec;
import dev.holdfast.core.time.FakeTime;
import dev.holdfast.core.type.ReflectedModels;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EntranceTest {

  private final AtomicInteger binds = new AtomicInteger();
  private final PolicySpec unbindable =
      binding -> {
        binds.incrementAndGet();
        throw new IllegalStateException("no store");
      };
  private final Services services =
      new Services(
          new FakeTime(),
          Runnable::run,
          new Events(),
          new States(),
          type -> MethodHandles.privateLookupIn(type, MethodHandles.lookup()),
          key -> Optional.empty());
  private final Guards guards = new Guards(() -> new Guards.Linking(services, false));

  @Test
  void whatCannotBeBoundIsNotNoticed() throws Throwable {
    Entrance entrance = entrance("value", Ring.REPEAT);

    assertThat(call(entrance)).isEqualTo("proceeded");
    assertThat(call(entrance)).isEqualTo("proceeded");
    assertThat(binds).hasValue(1);
  }

  @Test
  void whatMustNotRunTwiceIsRefusedIfItCannotBeBound() throws Throwable {
    Entrance entrance = entrance("value", Ring.DEDUPLICATE);

    assertThatThrownBy(() -> call(entrance))
        .isInstanceOf(CallRefusedException.class)
        .hasMessageContaining("the agent failed to guard")
        .hasRootCauseMessage("no store");
  }

  @Test
  void whatReturnsAFutureIsRefusedByIt() throws Throwable {
    Entrance entrance = entrance("future", Ring.DEDUPLICATE);

    Object returned = call(entrance);

    assertThat(returned).isInstanceOf(CompletableFuture.class);
    assertThat((CompletableFuture<?>) returned).isCompletedExceptionally();
  }

  @Test
  void eachLoaderOfProxiesHasItsOwnGuardOfAnInterface() throws Exception {
    Class<?> first = proxyOfALoaderOfItsOwn();
    Class<?> second = proxyOfALoaderOfItsOwn();

    Entrance atFirst = entrance(first, "value", Ring.REPEAT);
    Entrance atSecond = entrance(second, "value", Ring.REPEAT);

    assertThat(atSecond.guard()).isNotSameAs(atFirst.guard());
  }

  private static Class<?> proxyOfALoaderOfItsOwn() {
    ClassLoader loader = new URLClassLoader(new URL[0], Port.class.getClassLoader());
    Class<?>[] any = {Runnable.class};
    return Proxy.newProxyInstance(loader, any, (proxy, method, with) -> null).getClass();
  }

  private Entrance entrance(String method, Ring ring) throws IllegalAccessException {
    return entrance(Port.class, method, ring);
  }

  private Entrance entrance(Class<?> seenAt, String method, Ring ring)
      throws IllegalAccessException {
    Plan.Planned planned =
        new Plan.Planned("any", ring, new Origin.BuiltIn(), unbindable, Map.of());
    Plan plan = new Plan(ReflectedModels.guarded(Port.class, method), List.of(planned), List.of());
    Guard guard = new Guard(plan, List.of(), Optional.empty());
    guards.register(seenAt.getClassLoader(), guard);
    return guards.entrance(seenAt, Port.class, guard.signature()).orElseThrow();
  }

  private static @Nullable Object call(Entrance entrance) throws Throwable {
    return entrance.call("target", null, new Proceeding());
  }

  interface Port {
    Object value();

    CompletableFuture<Object> future();
  }

  private static final class Proceeding implements Detour {

    @Override
    public Object proceed(@Nullable Object[] arguments) {
      return "proceeded";
    }

    @Override
    public boolean joinsOuterTransaction() {
      return false;
    }
  }
}
