package dev.holdfast.weaving.handler;

import dev.holdfast.core.adapter.Host;
import dev.holdfast.core.pipeline.Access;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the fields of the application's objects. What reads those of a class hangs on that class,
 * in types of the JDK: it keeps neither another class nor the engine.
 */
final class Fields {

  private static final Logger LOG = LoggerFactory.getLogger(Fields.class);
  private static final MethodType GETTER = MethodType.methodType(Object.class, Object.class);

  private final Host host;
  private final ClassValue<List<MethodHandle>> getters =
      new ClassValue<>() {
        @Override
        protected List<MethodHandle> computeValue(Class<?> type) {
          return getters(type);
        }
      };

  Fields(Host host) {
    this.host = host;
  }

  /** What an object's own and inherited fields hold; nothing if they are closed. */
  List<Object> values(Object holder) throws Throwable {
    List<Object> values = new ArrayList<>();
    for (MethodHandle getter : getters.get(holder.getClass())) {
      Object value = (Object) getter.invokeExact(holder);
      if (value != null) {
        values.add(value);
      }
    }
    return values;
  }

  private List<MethodHandle> getters(Class<?> type) {
    List<MethodHandle> found = new ArrayList<>();
    try {
      Access access = host.services().access();
      for (Class<?> each = type; isOfApplication(each); each = each.getSuperclass()) {
        for (Field field : each.getDeclaredFields()) {
          if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
            found.add(access.in(each).unreflectGetter(field).asType(GETTER));
          }
        }
      }
      return List.copyOf(found);
    } catch (IllegalAccessException | RuntimeException | LinkageError closed) {
      LOG.debug("the fields of {} cannot be read", type.getName(), closed);
      return List.of();
    }
  }

  private static boolean isOfApplication(Class<?> type) {
    return type != null && type.getClassLoader() != null;
  }
}
