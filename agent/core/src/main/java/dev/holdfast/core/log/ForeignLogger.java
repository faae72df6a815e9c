package dev.holdfast.core.log;

import dev.holdfast.core.config.LogLevel;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A logger of an SLF4J that another class loader holds; any version from 1.6 on.
 *
 * @param logger an {@code org.slf4j.Logger} of that loader
 * @param type that loader's {@code org.slf4j.Logger}
 * @param otherwise takes what the logger fails on
 */
record ForeignLogger(Object logger, Class<?> type, LogTarget otherwise) implements LogTarget {

  private static final String NAME = "dev.holdfast";

  /** {@code LoggerFactory.SUCCESSFUL_INITIALIZATION}; other states have no provider, or not yet. */
  private static final int READY = 3;

  /** The logger, if the application has started that SLF4J and it has somewhere to write to. */
  static @Nullable ForeignLogger of(ClassLoader loader, LogTarget otherwise) {
    try {
      Class<?> factory = Class.forName("org.slf4j.LoggerFactory", false, loader);
      Field state = factory.getDeclaredField("INITIALIZATION_STATE");
      if (!state.trySetAccessible() || state.getInt(null) != READY) {
        return null;
      }
      Object logger = factory.getMethod("getLogger", String.class).invoke(null, NAME);
      Class<?> type = Class.forName("org.slf4j.Logger", false, factory.getClassLoader());
      return new ForeignLogger(logger, type, otherwise);
    } catch (ReflectiveOperationException | LinkageError | RuntimeException notReady) {
      return null;
    }
  }

  @Override
  public void write(LogLevel level, String message, @Nullable Throwable failure) {
    String name = level.name().toLowerCase(Locale.ROOT);
    try {
      Method method = type.getMethod(name, String.class, Throwable.class);
      method.invoke(logger, message, failure);
    } catch (ReflectiveOperationException | LinkageError | RuntimeException foreign) {
      otherwise.write(level, message, failure);
    }
  }
}
