package dev.holdfast.frameworks.spring.inside;

import dev.holdfast.core.adapter.Adapter;
import dev.holdfast.core.adapter.Entrances;
import dev.holdfast.core.adapter.Host;
import dev.holdfast.core.adapter.Replacement;
import dev.holdfast.core.pipeline.Entrance;
import dev.holdfast.core.pipeline.Passage;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Optional;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.aop.support.AopUtils;
import org.springframework.transaction.interceptor.TransactionInterceptor;

/**
 * Stands at Spring's transaction interceptor, so that guards are outside of the transaction and
 * inside of what stands further out on the same proxy, authorisation above all.
 *
 * <p>Where the proxy is the implementation, a repository, it stands at the interceptor that
 * translates exceptions too: callers know no others than translated ones.
 */
public final class InterceptorGuard implements Adapter {

  private static final MethodType TYPE =
      MethodType.methodType(Object.class, MethodInterceptor.class, MethodInvocation.class);

  private final Host host;
  private final Entrances all;
  private final Entrances withoutBody;
  private final Authorisation authorisation;

  /** Guards by what that engine knows. */
  public InterceptorGuard(Host host) {
    this.host = host;
    all = new Entrances(host);
    withoutBody = new Entrances(host);
    authorisation = new Authorisation(host);
  }

  @Override
  public MethodHandle adapt(MethodHandle body) throws ReflectiveOperationException {
    return Replacement.of(MethodHandles.lookup(), this, "invoke", TYPE, body);
  }

  @Nullable Object invoke(
      MethodHandle body, MethodInterceptor interceptor, MethodInvocation invocation)
      throws Throwable {
    Way way = host.find("an interceptor of Spring's", () -> way(interceptor, invocation));
    if (way == null) {
      return (Object) body.invokeExact(interceptor, invocation);
    }
    Guarded mark = Guarded.mark(way.invocation, way.entrance, way.target);
    Object returned = null;
    try {
      returned =
          way.entrance.call(
              way.target,
              invocation.getArguments(),
              new InterceptorDetour(body, interceptor, way.invocation, way.type));
      return returned;
    } finally {
      mark.end(returned);
    }
  }

  /**
   * @param type the class behind the proxy
   */
  private record Way(
      Entrance entrance, Object target, ProxyMethodInvocation invocation, Class<?> type) {}

  private @Nullable Way way(MethodInterceptor interceptor, MethodInvocation invocation) {
    Object direct = invocation.getThis();
    if (direct == null || !(invocation instanceof ProxyMethodInvocation proxied)) {
      return null;
    }
    Class<?> type = AopUtils.getTargetClass(direct);
    Entrance entrance = entrance(interceptor, proxied, type).orElse(null);
    if (entrance == null
        || isGuarded(proxied, entrance, direct)
        || authorisation.isInside(proxied, interceptor, type, entrance.name())) {
      return null;
    }
    return new Way(entrance, Targets.innermost(direct), proxied, type);
  }

  private Optional<Entrance> entrance(
      MethodInterceptor interceptor, ProxyMethodInvocation invocation, Class<?> type) {
    boolean isTransaction = interceptor instanceof TransactionInterceptor;
    return (isTransaction ? all : withoutBody)
        .of(
            type,
            invocation.getMethod(),
            called -> {
              Method body = Targets.body(called, type);
              if (Modifier.isAbstract(body.getModifiers())) {
                return host.entrance(body, invocation.getProxy().getClass());
              }
              return isTransaction ? host.entrance(body) : Optional.empty();
            });
  }

  /** By another interceptor of this proxy, or by a proxy around it. */
  private static boolean isGuarded(
      ProxyMethodInvocation invocation, Entrance entrance, Object target) {
    Guarded mark = Guarded.of(invocation);
    return (mark != null && !mark.ended().get())
        || Passage.isUnderWay(entrance.guard(), Targets.innermost(target));
  }
}
