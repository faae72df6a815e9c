package dev.holdfast.core.policy.idempotent.data;

import java.lang.invoke.MethodHandle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The form of a class that is only read: its fields, whatever the subclass. */
record PartsForm(List<Part> parts) implements Form {

  /**
   * A field.
   *
   * @param getter of type {@code (Object)Object}
   */
  record Part(String name, MethodHandle getter, Form form) {}

  @Override
  public Map<String, @Nullable Object> write(Object value, Budget budget) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    for (Part part : parts) {
      data.put(part.name, part.form.toData(get(part, value), budget));
    }
    return data;
  }

  @Override
  public Object read(Object data) {
    throw new IllegalStateException("of this class values are only read");
  }

  /** The values of all parts, in order. */
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

  private static @Nullable Object get(Part part, Object value) {
    try {
      return (Object) part.getter.invokeExact(value);
    } catch (RuntimeException | Error failed) {
      throw failed;
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
