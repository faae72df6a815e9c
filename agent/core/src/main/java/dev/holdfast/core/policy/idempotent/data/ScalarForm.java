package dev.holdfast.core.policy.idempotent.data;

import java.lang.reflect.Modifier;
import java.util.function.Function;

/**
 * The form of a single value.
 *
 * @param type the class of its values
 * @param data the class of its data
 */
record ScalarForm<V, D>(Class<V> type, Class<D> data, Function<V, D> writer, Function<D, V> reader)
    implements Form {

  @Override
  public Object write(Object value, Budget budget) {
    if (!type.isInstance(value)) {
      throw new Unstorable("a %s is no %s".formatted(value.getClass().getName(), type.getName()));
    }
    if (budget.mustComeBack() && isOfSubclass(value)) {
      throw new Unstorable(
          "a %s would come back as a %s".formatted(value.getClass().getName(), type.getName()));
    }
    D written = writer.apply(type.cast(value));
    if (written instanceof String text) {
      budget.spend(text.length());
    }
    return written;
  }

  /**
   * Of classes that may have subclasses of anybody; those of the JDK's abstract ones are its own.
   */
  private boolean isOfSubclass(Object value) {
    return !type.equals(value.getClass()) && !Modifier.isAbstract(type.getModifiers());
  }

  @Override
  public Object read(Object written) {
    if (!data.isInstance(written)) {
      throw new Unstorable(
          "a %s is no data of a %s".formatted(written.getClass().getSimpleName(), type.getName()));
    }
    try {
      return reader.apply(data.cast(written));
    } catch (RuntimeException malformed) {
      throw new Unstorable("the data of a %s is malformed".formatted(type.getName()), malformed);
    }
  }
}
