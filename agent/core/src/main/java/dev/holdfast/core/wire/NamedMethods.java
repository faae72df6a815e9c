package dev.holdfast.core.wire;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Calls public methods by name, of classes that may not be public themselves: by a public supertype
 * that has the method. Found once for each class, and held by it.
 */
final class NamedMethods {

  private static final MethodType SPREAD = MethodType.methodType(Object.class, Object[].class);

  private static final ClassValue<Map<String, MethodHandle>> FOUND =
      new ClassValue<>() {
        @Override
        protected Map<String, MethodHandle> computeValue(Class<?> owner) {
          return new ConcurrentHashMap<>();
        }
      };

  private NamedMethods() {}

  /**
   * Calls a method without parameters, or with one text.
   *
   * @throws NoSuchMethodException where there is none
   * @throws Throwable what the method throws
   */
  static @Nullable Object call(Object receiver, String name, String... text) throws Throwable {
    Map<String, MethodHandle> methods = FOUND.get(receiver.getClass());
    MethodHandle method = methods.get(name + text.length);
    if (method == null) {
      method = find(receiver.getClass(), name, text.length);
      if (method == null) {
        throw new NoSuchMethodException(receiver.getClass().getName() + "." + name);
      }
      methods.put(name + text.length, method);
    }
    Object[] all = text.length == 0 ? new Object[] {receiver} : new Object[] {receiver, text[0]};
    return (Object) method.invokeExact(all);
  }

  private static @Nullable MethodHandle find(Class<?> owner, String name, int parameters)
      throws IllegalAccessException {
    for (Method method : owner.getMethods()) {
      if (method.getName().equals(name)
          && method.getParameterCount() == parameters
          && Modifier.isPublic(method.getDeclaringClass().getModifiers())
          && (parameters == 0 || method.getParameterTypes()[0].isAssignableFrom(String.class))) {
        return MethodHandles.publicLookup()
            .unreflect(method)
            .asFixedArity()
            .asSpreader(Object[].class, parameters + 1)
            .asType(SPREAD);
      }
    }
    for (Class<?> supertype : supertypes(owner)) {
      MethodHandle found = find(supertype, name, parameters);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** The direct ones. */
  static List<Class<?>> supertypes(Class<?> type) {
    List<Class<?>> supertypes = new ArrayList<>(List.of(type.getInterfaces()));
    if (type.getSuperclass() != null) {
      supertypes.add(type.getSuperclass());
    }
    return supertypes;
  }
}
