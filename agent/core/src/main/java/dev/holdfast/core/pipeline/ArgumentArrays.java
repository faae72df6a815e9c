package dev.holdfast.core.pipeline;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/**
 * Collects arguments into an array by plain code. {@link MethodHandle#asCollector} makes its array
 * by reflection, which the JIT's escape analysis does not see through (tried on 17: 96 bytes a
 * call).
 */
final class ArgumentArrays {

  private static final int MOST = 8;

  private ArgumentArrays() {}

  /**
   * The target, taking its arguments one by one.
   *
   * @param target of type {@code (Object[])Object}
   */
  static MethodHandle collect(MethodHandle target, int arguments) {
    if (arguments > MOST) {
      return target.asCollector(Object[].class, arguments);
    }
    MethodType type = MethodType.genericMethodType(arguments).changeReturnType(Object[].class);
    try {
      return MethodHandles.collectArguments(
          target, 0, MethodHandles.lookup().findStatic(ArgumentArrays.class, "of", type));
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError("no array of " + arguments, impossible);
    }
  }

  static @Nullable Object[] of() {
    return new Object[] {};
  }

  static @Nullable Object[] of(@Nullable Object a) {
    return new Object[] {a};
  }

  static @Nullable Object[] of(@Nullable Object a, @Nullable Object b) {
    return new Object[] {a, b};
  }

  static @Nullable Object[] of(@Nullable Object a, @Nullable Object b, @Nullable Object c) {
    return new Object[] {a, b, c};
  }

  static @Nullable Object[] of(
      @Nullable Object a, @Nullable Object b, @Nullable Object c, @Nullable Object d) {
    return new Object[] {a, b, c, d};
  }

  static @Nullable Object[] of(
      @Nullable Object a,
      @Nullable Object b,
      @Nullable Object c,
      @Nullable Object d,
      @Nullable Object e) {
    return new Object[] {a, b, c, d, e};
  }

  static @Nullable Object[] of(
      @Nullable Object a,
      @Nullable Object b,
      @Nullable Object c,
      @Nullable Object d,
      @Nullable Object e,
      @Nullable Object f) {
    return new Object[] {a, b, c, d, e, f};
  }

  static @Nullable Object[] of(
      @Nullable Object a,
      @Nullable Object b,
      @Nullable Object c,
      @Nullable Object d,
      @Nullable Object e,
      @Nullable Object f,
      @Nullable Object g) {
    return new Object[] {a, b, c, d, e, f, g};
  }

  static @Nullable Object[] of(
      @Nullable Object a,
      @Nullable Object b,
      @Nullable Object c,
      @Nullable Object d,
      @Nullable Object e,
      @Nullable Object f,
      @Nullable Object g,
      @Nullable Object h) {
    return new Object[] {a, b, c, d, e, f, g, h};
  }
}
