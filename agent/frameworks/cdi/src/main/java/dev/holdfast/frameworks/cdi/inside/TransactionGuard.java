package dev.holdfast.frameworks.cdi.inside;

import com.arjuna.ats.jta.cdi.transactional.TransactionalInterceptorBase;
import dev.holdfast.core.adapter.Adapter;
import dev.holdfast.core.adapter.Entrances;
import dev.holdfast.core.adapter.Host;
import dev.holdfast.core.adapter.Replacement;
import dev.holdfast.core.pipeline.Entrance;
import dev.holdfast.core.pipeline.Passage;
import jakarta.interceptor.InvocationContext;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Stands at the interceptor of {@code @Transactional}, so that guards are outside of the
 * transaction and inside of interceptors that come before it, authorisation above all.
 */
public final class TransactionGuard implements Adapter {

  private static final MethodType TYPE =
      MethodType.methodType(
          Object.class, TransactionalInterceptorBase.class, InvocationContext.class);

  private final Host host;
  private final Entrances entrances;
  private final Authorisation authorisation;

  /** Guards by what that engine knows. */
  public TransactionGuard(Host host) {
    this.host = host;
    entrances = new Entrances(host);
    authorisation = new Authorisation(host);
  }

  @Override
  public MethodHandle adapt(MethodHandle body) throws ReflectiveOperationException {
    return Replacement.of(MethodHandles.lookup(), this, "intercept", TYPE, body);
  }

  @Nullable Object intercept(
      MethodHandle body, TransactionalInterceptorBase interceptor, InvocationContext invocation)
      throws Throwable {
    Way way = host.find("@Transactional of CDI", () -> way(interceptor, invocation));
    if (way == null) {
      return (Object) body.invokeExact(interceptor, invocation);
    }
    WatchedInvocation watched = new WatchedInvocation(invocation, new AtomicBoolean());
    // Of a bean with decorators the target is not the object whose body is run.
    Passage passage = new Passage(way.entrance.guard(), Passage.WHOEVER);
    return way.entrance.call(
        way.target,
        invocation.getParameters(),
        new TransactionDetour(body, interceptor, watched, passage));
  }

  private record Way(Entrance entrance, Object target) {}

  private @Nullable Way way(
      TransactionalInterceptorBase interceptor, InvocationContext invocation) {
    Object target = invocation.getTarget();
    Method method = invocation.getMethod();
    if (target == null || method == null) {
      return null;
    }
    Entrance entrance =
        entrances
            .of(target.getClass(), method, called -> entrance(called, interceptor, invocation))
            .orElse(null);
    return entrance == null || Passage.isUnderWay(entrance.guard(), target)
        ? null
        : new Way(entrance, target);
  }

  /** None where something that authorises comes after the transaction: then the body is guarded. */
  private Optional<Entrance> entrance(
      Method method, TransactionalInterceptorBase interceptor, InvocationContext invocation) {
    return host.entrance(method)
        .filter(
            entrance ->
                !authorisation.isInside(invocation, interceptor.getClass(), entrance.name()));
  }
}
