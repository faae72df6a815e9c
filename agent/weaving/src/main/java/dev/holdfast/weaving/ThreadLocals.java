package dev.holdfast.weaving;

import dev.holdfast.weaving.adapter.Adapters;
import java.lang.instrument.Instrumentation;
import java.lang.ref.Reference;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
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

  /** Looking at all stacks stops the JVM for a moment, and a call may last for ever. */
  private static final int MOST_SECONDS = 60;

  /**
   * Clears, and once more when the calls that are running have returned.
   *
   * @return how many threads are still in guarded calls, and keep what they have until then
   */
  int letGo() {
    int busy = clearIdle();
    if (busy > 0) {
      Thread later = new Thread(this::letGoLater, "holdfast-detach");
      later.setDaemon(true);
      later.setContextClassLoader(null);
      later.start();
    }
    return busy;
  }

  private void letGoLater() {
    try {
      int seconds = 1;
      do {
        TimeUnit.SECONDS.sleep(seconds);
        seconds = Math.min(2 * seconds, MOST_SECONDS);
      } while (clearIdle() > 0);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  private int clearIdle() {
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
