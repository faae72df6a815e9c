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
  interface Maker {

    /**
     * @param values of the parts, in their order
     * @throws Throwable what the constructor throws
     */
    Object make(@Nullable Object[] values) throws Throwable;

    /** Whether code of the application decides what becomes of the values. */
    boolean mayChangeParts();
  }

  @Override
  public Object write(Object value, Budget budget) {
    if (!type.equals(value.getClass())) {
      throw new Unstorable(
          "a %s would come back as a %s".formatted(value.getClass().getName(), type.getName()));
    }
    Object data = parts.write(value, budget);
    if (maker.mayChangeParts()) {
      requireSameAgain(value, budget);
    }
    return data;
  }

  /** A constructor that does more than to keep its arguments would do that once more. */
  private void requireSameAgain(Object value, Budget budget) {
    Object again = made(parts.heldBy(value));
    for (PartsForm.Part part : parts.parts()) {
      if (!part.isSame(value, again, budget)) {
        throw new Unstorable(
            "a %s would come back with another %s".formatted(type.getName(), part.name()));
      }
    }
  }

  @Override
  public Object read(Object data) {
    if (!(data instanceof Map<?, ?> written)) {
      throw new Unstorable("the data of a %s is malformed".formatted(type.getName()));
    }
    return made(parts.values(written));
  }

  private Object made(@Nullable Object[] values) {
    try {
      return maker.make(values);
    } catch (Throwable thrown) {
      throw new Unstorable("a %s cannot be made again".formatted(type.getName()), thrown);
    }
  }
}
