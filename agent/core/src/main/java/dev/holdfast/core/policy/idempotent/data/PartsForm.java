package dev.holdfast.core.policy.idempotent.data;

import java.lang.invoke.MethodHandle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The form of a class that is only read: its fields, whatever the subclass. */
record PartsForm(List<Part> parts) implements Form {

  /**
   * A field.
   *
   * @param getter of type {@code (Object)Object}
   */
  record Part(String name, MethodHandle getter, Form form) {

    @Nullable Object get(Object value) {
      try {
        return (Object) getter.invokeExact(value);
      } catch (RuntimeException | Error failed) {
        throw failed;
      } catch (Throwable impossible) {
        throw new IllegalStateException(impossible);
      }
    }

    /** Whether two values hold the same here: equal, or without an equality the same data. */
    boolean isSame(Object value, Object other, Budget budget) {
      Object here = get(value);
      Object there = get(other);
      return here == there
          || Objects.deepEquals(here, there)
          || Objects.equals(form.toData(here, budget), form.toData(there, budget));
    }
  }

  @Override
  public Object write(Object value, Budget budget) {
    int above = budget.begin(value);
    if (above > 0) {
      return (long) above;
    }
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    for (Part part : parts) {
      data.put(part.name, part.form.toData(part.get(value), budget));
    }
    budget.end();
    return data;
  }

  @Override
  public Object read(Object data) {
    throw new IllegalStateException("of this class values are only read");
  }

  /** What a value holds in all parts, in order. */
  @Nullable Object[] heldBy(Object value) {
    return parts.stream().map(part -> part.get(value)).toArray();
  }

  /** The values of all parts, in order, by data. */
  @Nullable Object[] values(Map<?, ?> data) {
    @Nullable Object[] values = new Object[parts.size()];
    for (int index = 0; index < values.length; index++) {
      Part part = parts.get(index);
      if (!data.containsKey(part.name)) {
        throw new Unstorable(part.name + " is missing");
      }
      values[index] = part.form.fromData(data.get(part.name));
    }
    return values;
  }
}
