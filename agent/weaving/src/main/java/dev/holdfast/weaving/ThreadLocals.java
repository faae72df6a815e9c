package dev.holdfast.weaving;

import dev.holdfast.core.time.SystemThreads;
import dev.holdfast.weaving.adapter.Adapters;
import java.lang.instrument.Instrumentation;
import java.lang.ref.Reference;
import java.lang.reflect.Field;
import java.util.List;
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
  private static final String HOLDFAST = "dev.holdfast.";
  private static final String CALLS = "dev.holdfast.core.pipeline.";

  /** Whose frames note something for their thread when what they called returns. */
  private static final List<String> OURS =
      List.of(
          "dev.holdfast.core.",
          "dev.holdfast.weaving.",
          "dev.holdfast.frameworks.",
          "dev.holdfast.servers.",
          "dev.holdfast.clients.");

  /** How the engine's own threads are called. Most of them only wait, which takes frames, too. */
  private static final String OWN_THREADS = "holdfast-";

  /** Futures of calls that were guarded may come to an end on any thread, some time later. */
  private static final int LEAST_SECONDS = 4;

  /** Looking at all stacks stops the JVM for a moment, and a call may last for ever. */
  private static final int MOST_SECONDS = 60;

  /**
   * Clears, some times more soon after that, and once more when the calls that are running have
   * returned.
   *
   * @return how many threads are still in guarded calls, and keep what they have until then
   */
  int letGo() {
    int busy = clearIdle();
    SystemThreads.daemon("holdfast-detach", this::letGoLater).start();
    return busy;
  }

  private void letGoLater() {
    try {
      int seconds = 1;
      int busy;
      do {
        TimeUnit.SECONDS.sleep(seconds);
        busy = clearIdle();
        seconds = Math.min(2 * seconds, MOST_SECONDS);
      } while (busy > 0 || seconds <= LEAST_SECONDS);
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
        Thread thread = each.getKey();
        if (thread != Thread.currentThread() && isInCall(thread, each.getValue())) {
          busy++;
        } else {
          clear(locals.get(thread));
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

  private static boolean isInCall(Thread thread, StackTraceElement[] stack) {
    List<String> ours = thread.getName().startsWith(OWN_THREADS) ? List.of(CALLS) : OURS;
    for (StackTraceElement frame : stack) {
      String name = frame.getClassName();
      if (name.startsWith(HOLDFAST) && ours.stream().anyMatch(name::startsWith)) {
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
