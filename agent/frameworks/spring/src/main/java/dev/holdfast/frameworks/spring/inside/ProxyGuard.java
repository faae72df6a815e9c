package dev.holdfast.frameworks.spring.inside;

import dev.holdfast.core.adapter.Adapter;
import dev.holdfast.core.adapter.Entrances;
import dev.holdfast.core.adapter.Host;
import dev.holdfast.core.adapter.Replacement;
import dev.holdfast.core.pipeline.Entrance;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.TargetSource;
import org.springframework.aop.framework.Advised;
import org.springframework.aop.support.AopUtils;

/**
 * Stands at the handler of Spring's JDK proxies, for those that are the implementation: clients of
 * HTTP interfaces, repositories without transactions. What has a body further in is guarded there.
 */
public final class ProxyGuard implements Adapter {

  private static final MethodType TYPE =
      MethodType.methodType(
          Object.class, InvocationHandler.class, Object.class, Method.class, Object[].class);

  private static final Set<String> INTERCEPTORS =
      Set.of(
          "org.springframework.transaction.interceptor.TransactionInterceptor",
          "org.springframework.dao.support.PersistenceExceptionTranslationInterceptor");

  private final Host host;
  private final Entrances entrances;
  private final Entrances bodies;

  /** Guards by what that engine knows. */
  public ProxyGuard(Host host) {
    this.host = host;
    entrances = new Entrances(host);
    bodies = new Entrances(host);
  }

  @Override
  public MethodHandle adapt(MethodHandle body) throws ReflectiveOperationException {
    return Replacement.of(MethodHandles.lookup(), this, "invoke", TYPE, body);
  }

  @Nullable Object invoke(
      MethodHandle body,
      InvocationHandler handler,
      Object proxy,
      Method method,
      @Nullable Object @Nullable [] arguments)
      throws Throwable {
    Entrance entrance = host.find("a JDK proxy of Spring's", () -> entrance(proxy, method));
    if (entrance == null) {
      return (Object) body.invokeExact(handler, proxy, method, arguments);
    }
    return entrance.call(
        proxy, arguments, new ProxyDetour(body, handler, proxy, method, arguments != null));
  }

  private @Nullable Entrance entrance(Object proxy, Method method) throws Exception {
    Class<?> type = proxy.getClass();
    Entrance entrance =
        entrances.of(type, method, called -> host.entrance(called, type)).orElse(null);
    return entrance == null
            || !(proxy instanceof Advised advised)
            || isGuardedFurtherIn(advised, method, entrance)
        ? null
        : entrance;
  }

  private boolean isGuardedFurtherIn(Advised proxy, Method method, Entrance entrance)
      throws Exception {
    TargetSource source = proxy.getTargetSource();
    if (!source.isStatic()) {
      return true; // its targets are beans, with proxies of their own
    }
    Object target = source.getTarget();
    if (target != null && (Proxy.isProxyClass(target.getClass()) || isIntercepted(proxy))) {
      return true;
    }
    Class<?> type = target == null ? method.getDeclaringClass() : AopUtils.getTargetClass(target);
    if (bodies.of(type, method, called -> entranceAt(Targets.body(called, type))).isPresent()) {
      return true;
    }
    if (!Authorisation.isOn(proxy, method, type)) {
      return false;
    }
    host.warn(
        entrance.name()
            + ": authorisation is on the proxy that implements it (expected: on a proxy around"
            + " that), so it is not guarded.");
    return true;
  }

  private Optional<Entrance> entranceAt(Method body) {
    return Modifier.isAbstract(body.getModifiers()) ? Optional.empty() : host.entrance(body);
  }

  /** By what {@link InterceptorGuard} stands at; its classes need not be there. */
  private static boolean isIntercepted(Advised proxy) {
    return Arrays.stream(proxy.getAdvisors())
        .anyMatch(advisor -> INTERCEPTORS.contains(advisor.getAdvice().getClass().getName()));
  }
}
