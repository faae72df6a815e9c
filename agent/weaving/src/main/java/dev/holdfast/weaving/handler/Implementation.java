package dev.holdfast.weaving.handler;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Finds what a class runs for a method of an interface, past the bridges that compilers make. */
final class Implementation {

  private Implementation() {}

  /** The method with the body; empty where that is not certain. */
  static Optional<Method> of(Class<?> type, Method called) {
    try {
      Method found = type.getMethod(called.getName(), called.getParameterTypes());
      return found.isBridge()
          ? behind(found, type)
          : Optional.of(found).filter(Implementation::hasBody);
    } catch (NoSuchMethodException none) {
      return Optional.empty();
    }
  }

  private static boolean hasBody(Method method) {
    return !Modifier.isAbstract(method.getModifiers());
  }

  /** An override of what the bridge calls may be further down; what it calls, further up. */
  private static Optional<Method> behind(Method bridge, Class<?> type) {
    List<Method> bridged =
        Arrays.stream(bridge.getDeclaringClass().getDeclaredMethods())
            .filter(method -> !method.isBridge() && isCalledBy(bridge, method))
            .toList();
    if (bridged.size() == 1) {
      return of(type, bridged.get(0));
    }
    Class<?> above = bridge.getDeclaringClass().getSuperclass();
    return bridged.isEmpty() && above != null ? of(above, bridge) : Optional.empty();
  }

  private static boolean isCalledBy(Method bridge, Method method) {
    Class<?>[] wide = bridge.getParameterTypes();
    Class<?>[] narrow = method.getParameterTypes();
    if (!method.getName().equals(bridge.getName()) || wide.length != narrow.length) {
      return false;
    }
    for (int index = 0; index < wide.length; index++) {
      if (!wide[index].isAssignableFrom(narrow[index])) {
        return false;
      }
    }
    return true;
  }
}
