package dev.holdfast.core.policy.fallback.value;

import dev.holdfast.core.pipeline.Access;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.MalformedParameterizedTypeException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What a generated null object does: default methods run, what a collection, iterator, future or
 * other type of the platform asks for is answered by the null object of that one, and everything
 * else by the null object of its return type.
 */
final class NullBehaviour implements InvocationHandler {

  private static final @Nullable Object[] NONE = {};

  private final Map<Method, Value> answers = new ConcurrentHashMap<>();
  private final JavaType type;
  private final NullObjects others;
  private final Access access;

  NullBehaviour(JavaType type, NullObjects others, Access access) {
    this.type = type;
    this.others = others;
    this.access = access;
  }

  @Override
  public @Nullable Object invoke(
      Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    @Nullable Object[] given = arguments == null ? NONE : arguments;
    Class<?> declaring = method.getDeclaringClass();
    if (declaring == Object.class) {
      return ofObject(proxy, method, given);
    }
    Object empty = Platform.owns(declaring.getName()) ? others.of(type.as(declaring)).make() : null;
    if (empty != null) {
      return invokeOn(empty, method, given);
    }
    if (method.isDefault()) {
      return runDefault(proxy, method, given);
    }
    return answer(method).make();
  }

  /** Looked up outside of any lock: it may load classes of the application. */
  private Value answer(Method method) {
    Value known = answers.get(method);
    if (known != null) {
      return known;
    }
    Value found = others.of(JavaType.of(returnType(method), type.bindings()));
    answers.put(method, found);
    return found;
  }

  private static Type returnType(Method method) {
    try {
      return method.getGenericReturnType();
    } catch (TypeNotPresentException | LinkageError | MalformedParameterizedTypeException broken) {
      return method.getReturnType();
    }
  }

  private @Nullable Object runDefault(Object proxy, Method method, @Nullable Object[] arguments)
      throws Throwable {
    Class<?> declaring = method.getDeclaringClass();
    boolean isOpen =
        Modifier.isPublic(declaring.getModifiers())
            && declaring
                .getModule()
                .isExported(declaring.getPackageName(), NullBehaviour.class.getModule());
    return isOpen
        ? InvocationHandler.invokeDefault(proxy, method, arguments)
        : access
            .in(declaring)
            .unreflectSpecial(method, declaring)
            .bindTo(proxy)
            .asFixedArity()
            .invokeWithArguments(arguments);
  }

  /** Null objects of one interface are equal; a list, set or map equals every empty one. */
  private @Nullable Object ofObject(Object proxy, Method method, @Nullable Object[] arguments)
      throws Throwable {
    Object twin = twin(type.raw());
    if (twin != null) {
      return invokeOn(twin, method, arguments);
    }
    return switch (method.getName()) {
      case "equals" -> proxy == arguments[0] || isTwin(arguments[0]);
      case "hashCode" -> type.raw().getName().hashCode();
      default -> "null object of " + type.raw().getName();
    };
  }

  private boolean isTwin(@Nullable Object other) {
    return other != null
        && Proxy.isProxyClass(other.getClass())
        && Proxy.getInvocationHandler(other) instanceof NullBehaviour behaviour
        && behaviour.type.raw() == type.raw();
  }

  private static @Nullable Object twin(Class<?> type) {
    if (List.class.isAssignableFrom(type)) {
      return Collections.emptyList();
    }
    if (Set.class.isAssignableFrom(type)) {
      return Collections.emptySet();
    }
    if (Map.class.isAssignableFrom(type)) {
      return Collections.emptyMap();
    }
    return CharSequence.class.isAssignableFrom(type) ? "" : null;
  }

  private static @Nullable Object invokeOn(
      Object target, Method method, @Nullable Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException failed) {
      throw failed.getCause();
    }
  }
}
