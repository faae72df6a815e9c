package dev.holdfast.frameworks.spring.inside;

import dev.holdfast.core.call.Detour;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An attempt goes through the whole of a proxy that is the implementation.
 *
 * @param body the handler's own work
 * @param hasArguments whether the handler gets an array of them, or null
 */
record ProxyDetour(
    MethodHandle body, InvocationHandler handler, Object proxy, Method method, boolean hasArguments)
    implements Detour {

  @Override
  public @Nullable Object proceed(@Nullable Object[] arguments) throws Throwable {
    @Nullable Object[] own =
        hasArguments ? Arrays.copyOfRange(arguments, 1, arguments.length) : null;
    return (Object) body.invokeExact(handler, proxy, method, own);
  }

  @Override
  public boolean joinsOuterTransaction() {
    return true;
  }
}
