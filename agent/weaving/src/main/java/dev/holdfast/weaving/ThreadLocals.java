package dev.holdfast.weaving;

import dev.holdfast.weaving.adapter.Adapters;
import java.lang.instrument.Instrumentation;
import java.lang.ref.Reference;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what threads keep of the engine away from them: a thread of a pool would keep it for ever.
 *
 * <p>Done as the garbage collector does it, which clears the key of an entry that nobody can ask
 * for any more; each thread tidies up after it by itself. What virtual threads keep goes with them.
 */
record ThreadLocals(Instrumentation instrumentation) {

  private static final Logger LOG = LoggerFactory.getLogger(ThreadLocals.class);
  private static final String CALLS = "dev.holdfast.core.pipeline.";

  /**
   * Clears.
   *
   * @return how many threads are still in guarded calls, and keep what they have
   */
  int letGo() {
    int busy = 0;
    try {
      open();
      Field locals = field(Thread.class, "threadLocals");
      for (Map.Entry<Thread, StackTraceElement[]> each : Thread.getAllStackTraces().entrySet()) {
        if (each.getKey() != Thread.currentThread() && isInCall(each.getValue())) {
          busy++;
        } else {
          clear(locals.get(each.getKey()));
        }
      }
    } catch (ReflectiveOperationException | RuntimeException changed) {
      LOG.warn("threads keep the agent in memory until they end", changed);
    }
    return busy;
  }

  private void open() {
    instrumentation.redefineModule(
        Thread.class.getModule(),
        Set.of(),
        Map.of(),
        Map.of("java.lang", Set.of(ThreadLocals.class.getModule())),
        Set.of(),
        Map.of());
  }

  private static boolean isInCall(StackTraceElement[] stack) {
    for (StackTraceElement frame : stack) {
      if (frame.getClassName().startsWith(CALLS)) {
        return true;
      }
    }
    return false;
  }

  private static void clear(@Nullable Object locals) throws ReflectiveOperationException {
    if (locals == null) {
      return;
    }
    Object[] entries = (Object[]) field(locals.getClass(), "table").get(locals);
    for (Object entry : entries == null ? new Object[0] : entries) {
      if (entry instanceof Reference<?> key) {
        Field value = field(entry.getClass(), "value");
        Object kept = value.get(entry);
        if (kept != null && isOurs(kept.getClass().getClassLoader())) {
          key.clear();
          value.set(entry, null);
        }
      }
    }
  }

  private static boolean isOurs(@Nullable ClassLoader loader) {
    return loader == ThreadLocals.class.getClassLoader() || Adapters.areDefinedBy(loader);
  }

  private static Field field(Class<?> type, String name) throws NoSuchFieldException {
    Field field = type.getDeclaredField(name);
    field.setAccessible(true);
    return field;
  }
}
