package dev.holdfast.clients.jdbc;

import dev.holdfast.core.call.Deadline;
import dev.holdfast.core.call.Interruption;
import dev.holdfast.core.call.Workers;
import dev.holdfast.core.time.Alarm;
import dev.holdfast.core.time.Time;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A statement that is being executed, and cancelled when its time is up.
 *
 * <pre>
 * executing   time is up: cancel, and again in a while   end: no cancel begins any more
 * cancelling  -                                          end: waits until the cancel has returned
 * ended       nothing                                    -
 * </pre>
 *
 * <p>The lock is what keeps a late cancel from the connection's next statement. It is held while
 * the driver cancels, on a worker's thread; a driver can be asked to cancel while another thread is
 * in {@code execute}, so its {@code cancel} waits for no lock that the executing thread may hold. A
 * driver is asked again because one that has not sent the statement yet ignores it.
 *
 * <p>Meanwhile the executing thread is shielded from interrupts: in a driver they do more harm than
 * good, close the socket of a virtual thread for example, or the files of an embedded database.
 */
final class Execution {

  private static final Logger LOG = LoggerFactory.getLogger(Execution.class);

  private static final long FIRST_PAUSE_NANOS = 10_000_000;
  private static final long LONGEST_PAUSE_NANOS = 1_000_000_000;

  private final Statement statement;
  private final Deadline deadline;
  private final Time time;
  private final Workers workers;
  private final ReentrantLock lock = new ReentrantLock();

  // All below is guarded by the lock.
  private @Nullable Alarm alarm;
  private long pauseNanos = FIRST_PAUSE_NANOS;
  private boolean isCut;
  private boolean hasEnded;

  private Execution(Statement statement, Deadline deadline, Time time, Workers workers) {
    this.statement = statement;
    this.deadline = deadline;
    this.time = time;
    this.workers = workers;
  }

  /** The calling thread is about to execute a statement that must have ended by a deadline. */
  static Execution begin(Statement statement, Deadline deadline, Time time, Workers workers) {
    Execution execution = new Execution(statement, deadline, time, workers);
    execution.alarmAt(deadline.atNanos());
    Interruption.shield();
    return execution;
  }

  /**
   * The statement has ended, on the thread that executed it. Nothing is cancelled any more once
   * this has returned.
   *
   * @param failure null: it succeeded
   */
  void end(@Nullable Throwable failure) {
    if (isCutWhenEnded() && failure != null) {
      Interruption.unshieldCut();
    } else {
      Interruption.unshield();
    }
  }

  private boolean isCutWhenEnded() {
    lock.lock();
    try {
      hasEnded = true;
      if (alarm != null) {
        alarm.cancel();
      }
      return isCut;
    } finally {
      lock.unlock();
    }
  }

  private void alarmAt(long nanos) {
    lock.lock();
    try {
      alarm = time.scheduleAt(nanos, this::fallDue);
    } finally {
      lock.unlock();
    }
  }

  /** On the thread of the alarms, which must not wait for a driver. */
  private void fallDue() {
    try {
      workers.execute(this::cancel);
    } catch (RejectedExecutionException noThread) {
      LOG.warn("a statement cannot be cancelled at its deadline", noThread);
    }
  }

  private void cancel() {
    lock.lock();
    try {
      if (hasEnded) {
        return;
      }
      isCut = true;
      deadline.fire();
      statement.cancel();
    } catch (SQLException | RuntimeException | LinkageError unable) {
      LOG.debug("the driver did not cancel a statement", unable);
    } finally {
      again();
      lock.unlock();
    }
  }

  private void again() {
    if (!hasEnded) {
      alarm = time.schedule(pauseNanos, this::fallDue);
      pauseNanos = Math.min(pauseNanos * 2, LONGEST_PAUSE_NANOS);
    }
  }
}
