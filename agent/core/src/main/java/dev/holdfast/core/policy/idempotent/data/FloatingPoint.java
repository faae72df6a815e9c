package dev.holdfast.core.policy.idempotent.data;

/** Floating point numbers as data: JSON has no word for what is no number. */
final class FloatingPoint {

  private FloatingPoint() {}

  /** A {@code Double}, or a text if the number is not finite. */
  static Object data(Number number) {
    double value = number.doubleValue();
    return Double.isFinite(value) ? (Object) value : Double.toString(value);
  }

  static double readDouble(Object data) {
    return data instanceof Double number ? number : Double.parseDouble((String) data);
  }

  static float readFloat(Object data) {
    return (float) readDouble(data);
  }
}
