package dev.holdfast.core.pipeline;

import dev.holdfast.core.call.Call;
import java.lang.reflect.Proxy;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The outermost stage of a JDK proxy's method. Handlers that are known to guard further in, where
 * that belongs, get the call as it is; any other one may be the implementation itself.
 */
record HandlerStage(Stage body, Stage guarded) implements Stage {

  /** Spring's: inside of authorisation, and at the target where there is one. */
  private static final Set<String> GUARDED_FURTHER_IN =
      Set.of("org.springframework.aop.framework.JdkDynamicAopProxy");

  @Override
  public @Nullable Object call(Call call) throws Throwable {
    Object proxy = Objects.requireNonNull(call.arguments()[0]);
    String handler = Proxy.getInvocationHandler(proxy).getClass().getName();
    return GUARDED_FURTHER_IN.contains(handler) ? body.call(call) : guarded.call(call);
  }
}
