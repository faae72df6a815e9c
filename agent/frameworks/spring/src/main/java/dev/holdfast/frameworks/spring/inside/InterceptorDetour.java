package dev.holdfast.frameworks.spring.inside;

import dev.holdfast.core.call.Detour;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.ProxyMethodInvocation;

/**
 * An attempt goes on through an interceptor and those further in, on a clone of the invocation: one
 * that has been through them once would skip them the second time.
 *
 * @param body the interceptor's own work
 * @param type the target's class
 */
record InterceptorDetour(
    MethodHandle body,
    MethodInterceptor interceptor,
    ProxyMethodInvocation invocation,
    Class<?> type)
    implements Detour {

  @Override
  public @Nullable Object proceed(@Nullable Object[] arguments) throws Throwable {
    Guarded mark = Guarded.of(invocation);
    if (mark != null) {
      mark.begin();
    }
    MethodInvocation attempt =
        invocation.invocableClone(Arrays.copyOfRange(arguments, 1, arguments.length));
    return (Object) body.invokeExact(interceptor, attempt);
  }

  @Override
  public boolean isUndone() {
    Guarded mark = Guarded.of(invocation);
    return mark != null && mark.undone().get();
  }

  @Override
  public boolean joinsOuterTransaction() {
    Guarded mark = Guarded.of(invocation);
    return (mark == null || !mark.apart().get())
        && Propagation.joins(invocation.getProxy(), interceptor, invocation.getMethod(), type);
  }
}
