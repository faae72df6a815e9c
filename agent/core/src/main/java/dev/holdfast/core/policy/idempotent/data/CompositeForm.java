package dev.holdfast.core.policy.idempotent.data;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The form of a record, or of a class that is its fields.
 *
 * @param maker makes an instance again
 */
record CompositeForm(Class<?> type, PartsForm parts, Maker maker) implements Form {

  /** Makes instances. */
  @FunctionalInterface
  interface Maker {

    /**
     * @param values of the parts, in their order
     * @throws Throwable what the constructor throws
     */
    Object make(@Nullable Object[] values) throws Throwable;
  }

  @Override
  public Object write(Object value, Budget budget) {
    if (!type.equals(value.getClass())) {
      throw new Unstorable(
          "a %s would come back as a %s".formatted(value.getClass().getName(), type.getName()));
    }
    return parts.write(value, budget);
  }

  @Override
  public Object read(Object data) {
    if (!(data instanceof Map<?, ?> written)) {
      throw new Unstorable("the data of a %s is malformed".formatted(type.getName()));
    }
    @Nullable Object[] values = parts.values(written);
    try {
      return maker.make(values);
    } catch (Throwable thrown) {
      throw new Unstorable("a %s cannot be made again".formatted(type.getName()), thrown);
    }
  }
}
