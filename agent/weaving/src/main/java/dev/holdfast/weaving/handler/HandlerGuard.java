package dev.holdfast.weaving.handler;

import dev.holdfast.core.adapter.Adapter;
import dev.holdfast.core.adapter.Entrances;
import dev.holdfast.core.adapter.Host;
import dev.holdfast.core.pipeline.Entrance;
import dev.holdfast.core.pipeline.Passage;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands at a handler that begins a transaction, so that the guards of what it forwards to are
 * outside of it, and inside of proxies around this one. Whatever is not certain leaves them at the
 * target's body.
 */
final class HandlerGuard implements Adapter {

  private static final Logger LOG = LoggerFactory.getLogger(HandlerGuard.class);
  private static final MethodType ALL = MethodType.methodType(Object.class, Object[].class);

  /** The proxy, the method, and its arguments. */
  private static final int OWN = 3;

  private final HandlerBody handler;
  private final String place;
  private final boolean hasReceiver;
  private final Host host;
  private final Targets targets;
  private final Entrances entrances;

  /**
   * @param place the class in which the handler is written
   * @param hasReceiver whether the first argument is the object to which the method belongs
   */
  HandlerGuard(HandlerBody handler, String place, boolean hasReceiver, Host host, Targets targets) {
    this.handler = handler;
    this.place = place;
    this.hasReceiver = hasReceiver;
    this.host = host;
    this.targets = targets;
    entrances = new Entrances(host);
  }

  @Override
  public MethodHandle adapt(MethodHandle body) throws ReflectiveOperationException {
    MethodType type = body.type();
    int count = type.parameterCount();
    MethodHandle spread = body.asType(type.generic()).asSpreader(Object[].class, count);
    MethodHandle invoke =
        MethodHandles.lookup()
            .findVirtual(
                HandlerGuard.class, "invoke", ALL.insertParameterTypes(0, MethodHandle.class));
    return MethodHandles.insertArguments(invoke, 0, this, spread)
        .asCollector(Object[].class, count)
        .asType(type);
  }

  @Nullable Object invoke(MethodHandle body, @Nullable Object[] all) throws Throwable {
    Way way = way(all);
    if (way == null) {
      return (Object) body.invokeExact(all);
    }
    Passage passage = new Passage(way.entrance.guard(), way.target);
    Object[] own = (Object[]) all[all.length - 1];
    return way.entrance.call(way.target, own, new HandlerDetour(body, all, passage));
  }

  private record Way(Entrance entrance, Object target) {}

  /** Null where the call goes on as it is. The application must not notice a fault in here. */
  private @Nullable Way way(@Nullable Object[] all) {
    Object proxy = all[all.length - OWN];
    Object called = all[all.length - 2];
    boolean isOfInterface =
        proxy != null
            && Proxy.isProxyClass(proxy.getClass())
            && called instanceof Method method
            && method.getDeclaringClass().isInterface();
    if (!isOfInterface) {
      return null;
    }
    try {
      return way(proxy, (Method) called, all);
    } catch (Throwable fault) {
      LOG.debug("what {} forwards to cannot be found", place, fault);
      return null;
    }
  }

  private @Nullable Way way(Object proxy, Method called, @Nullable Object[] all) throws Throwable {
    Object holder = hasReceiver ? all[0] : null;
    Object[] captured = Arrays.copyOfRange(all, hasReceiver ? 1 : 0, all.length - OWN);
    Targets.Target target = targets.find(called.getDeclaringClass(), proxy, holder, captured);
    if (target == null) {
      return null;
    }
    Class<?> type = target.object().getClass();
    Entrance entrance =
        entrances
            .of(type, called, method -> Implementation.of(type, method).flatMap(host::entrance))
            .orElse(null);
    if (entrance == null || entrance.isPassed(target.object())) {
      return null;
    }
    if (handler.mayAuthorise() || target.isBehindAuthorisation()) {
      host.warn(
          entrance.name()
              + ": authorisation may be inside of the transaction that "
              + place
              + " begins (expected: in a proxy around it), so its guards are inside of both.");
      return null;
    }
    return new Way(entrance, target.object());
  }
}
