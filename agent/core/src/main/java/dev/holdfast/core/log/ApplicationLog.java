package dev.holdfast.core.log;

import dev.holdfast.core.call.SystemWorkers;
import dev.holdfast.core.call.Workers;
import dev.holdfast.core.config.LogLevel;
import java.lang.ref.WeakReference;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Writes to the application's own SLF4J, as the logger {@code dev.holdfast}.
 *
 * <p>Entries go to stderr, none is kept back, until the application has started its SLF4J itself:
 * starting it from here could choose a wrong configuration for it. Whoever sees a class loader get
 * a {@code org.slf4j.LoggerFactory} tells of it by {@link #offer}. From then on entries are handed
 * over on a thread of their own, because appenders are the application's code, and who writes here
 * may be loading a class. The loader is held weakly, so that an application can be unloaded.
 */
public final class ApplicationLog implements LogTarget {

  /** What {@code holdfast.log.to=application} means. */
  public static final ApplicationLog INSTANCE =
      new ApplicationLog(StreamTarget.STDERR, new SystemWorkers());

  /** More than are ever waiting, unless an appender hangs. */
  private static final int MOST_WAITING = 1_000;

  private final LogTarget untilThen;
  private final Workers workers;
  private final Queue<Entry> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final AtomicBoolean isHandingOver = new AtomicBoolean();
  private final AtomicReference<WeakReference<ClassLoader>> offered =
      new AtomicReference<>(new WeakReference<>(null));
  private volatile @Nullable Thread writer;

  private record Entry(LogLevel level, String message, @Nullable Throwable failure) {}

  ApplicationLog(LogTarget untilThen, Workers workers) {
    this.untilThen = untilThen;
    this.workers = workers;
  }

  /** A class loader has defined {@code org.slf4j.LoggerFactory}, or is about to; the first wins. */
  public void offer(ClassLoader loader) {
    WeakReference<ClassLoader> before = offered.get();
    if (before == null || before.get() == null) {
      offered.compareAndSet(before, new WeakReference<>(loader));
    }
  }

  @Override
  public void write(LogLevel level, String message, @Nullable Throwable failure) {
    boolean isOwnEcho = Thread.currentThread() == writer;
    if (loader() == null || isOwnEcho || !waiting.offer(new Entry(level, message, failure))) {
      untilThen.write(level, message, failure);
      return;
    }
    handOverSoon();
  }

  private @Nullable ClassLoader loader() {
    WeakReference<ClassLoader> current = offered.get();
    return current == null ? null : current.get();
  }

  private void handOverSoon() {
    if (isHandingOver.compareAndSet(false, true)) {
      try {
        workers.execute(this::handOver);
      } catch (RejectedExecutionException noThread) {
        handOver(untilThen);
        isHandingOver.set(false);
      }
    }
  }

  private void handOver() {
    writer = Thread.currentThread();
    try {
      ClassLoader loader = loader();
      LogTarget logger = loader == null ? null : ForeignLogger.of(loader, untilThen);
      handOver(logger == null ? untilThen : logger);
    } finally {
      writer = null;
      isHandingOver.set(false);
    }
    if (!waiting.isEmpty()) {
      handOverSoon();
    }
  }

  private void handOver(LogTarget target) {
    for (Entry entry = waiting.poll(); entry != null; entry = waiting.poll()) {
      target.write(entry.level(), entry.message(), entry.failure());
    }
  }
}
