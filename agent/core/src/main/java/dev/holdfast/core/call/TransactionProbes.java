package dev.holdfast.core.call;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the transaction managers of the JVM, of whatever application, whether the calling thread is
 * in a transaction. A probe refers to classes of its application, so it is held weakly here.
 */
public final class TransactionProbes {

  private static final Logger LOG = LoggerFactory.getLogger(TransactionProbes.class);

  private static final List<WeakReference<TransactionProbe>> PROBES = new CopyOnWriteArrayList<>();

  private TransactionProbes() {}

  /** Knows one kind of transactions of one application. */
  @FunctionalInterface
  public interface TransactionProbe {

    /** The transaction of that kind in which the calling thread is. */
    @Nullable OuterTransaction current();
  }

  /** Has a probe asked for as long as somebody holds it. */
  public static void add(TransactionProbe probe) {
    PROBES.removeIf(held -> held.refersTo(null));
    PROBES.add(new WeakReference<>(probe));
  }

  /** The transaction in which the calling thread is. */
  static @Nullable OuterTransaction current() {
    for (WeakReference<TransactionProbe> held : PROBES) {
      TransactionProbe probe = held.get();
      OuterTransaction transaction = probe == null ? null : ask(probe);
      if (transaction != null) {
        return transaction;
      }
    }
    return null;
  }

  private static @Nullable OuterTransaction ask(TransactionProbe probe) {
    try {
      return probe.current();
    } catch (RuntimeException | LinkageError fault) {
      LOG.warn("{} could not tell whether there is a transaction", probe.getClass(), fault);
      return null;
    }
  }
}
