package dev.holdfast.frameworks.spring.inside;

import dev.holdfast.core.adapter.Adapter;
import dev.holdfast.core.adapter.Host;
import dev.holdfast.core.pipeline.Passage;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.ReflectiveMethodInvocation;

/** Stands where an invocation has passed all interceptors: tells the target that it is guarded. */
public final class Joinpoint implements Adapter {

  private static final MethodType TYPE =
      MethodType.methodType(Object.class, ReflectiveMethodInvocation.class);

  /** Needs nothing of the engine. */
  public Joinpoint(Host host) {}

  @Override
  public MethodHandle adapt(MethodHandle body) throws ReflectiveOperationException {
    return MethodHandles.lookup()
        .findStatic(Joinpoint.class, "reach", TYPE.insertParameterTypes(0, MethodHandle.class))
        .bindTo(body.asType(TYPE));
  }

  static @Nullable Object reach(MethodHandle body, ReflectiveMethodInvocation invocation)
      throws Throwable {
    Guarded mark = Guarded.of(invocation);
    if (mark == null || !mark.holdsHere()) {
      return (Object) body.invokeExact(invocation);
    }
    Passage outer = Passage.enter(mark.passage());
    try {
      mark.reach();
      Object result = (Object) body.invokeExact(invocation);
      mark.undone().set(SpringTransaction.isUndone());
      return result;
    } finally {
      Passage.leave(outer);
    }
  }
}
