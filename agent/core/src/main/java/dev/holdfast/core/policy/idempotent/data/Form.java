package dev.holdfast.core.policy.idempotent.data;

import org.jspecify.annotations.Nullable;

/**
 * Turns values of one type into data and back. Data is made of nulls, {@code Boolean}s, {@code
 * Long}s, {@code Double}s, {@code String}s, {@code List}s, {@link Unordered} lists, and {@code
 * Map}s with texts as keys; what is read holds plain lists only.
 */
interface Form {

  /**
   * The data of a value that is not null.
   *
   * @throws Unstorable if the value is not what the type promised, or too large
   */
  Object write(Object value, Budget budget);

  /**
   * The value of data that is not null.
   *
   * @throws Unstorable if this is no such data
   */
  Object read(Object data);

  /** The data of a value. */
  default @Nullable Object toData(@Nullable Object value, Budget budget) {
    if (value == null) {
      return null;
    }
    budget.enter();
    Object data = write(value, budget);
    budget.leave();
    return data;
  }

  /** The value of data. */
  default @Nullable Object fromData(@Nullable Object data) {
    return data == null ? null : read(data);
  }
}
