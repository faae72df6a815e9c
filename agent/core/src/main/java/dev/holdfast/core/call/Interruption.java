package dev.holdfast.core.call;

import dev.holdfast.core.time.Alarm;
import dev.holdfast.core.time.Time;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Interrupts the calling thread at a deadline, and never after {@link #disarm()} has returned.
 *
 * <pre>{@code
 * Interruption cut = Interruption.arm(time, deadline);
 * try {
 *   return next.call(call);
 * } finally {
 *   cut.disarm();
 * }
 * }</pre>
 *
 * <p>Cuts nest as calls do: they are disarmed on the thread that armed them, the innermost first.
 * Two at the same moment interrupt one after the other, and what the inner one clears is sent again
 * if the outer one went off meanwhile. Arming costs an alarm and no thread.
 *
 * <p>Only an interrupt of ours is cleared, whatever the body did to the flag: one that was pending
 * when ours was sent stays. A foreign one that comes between ours and {@link #disarm()} is lost: an
 * interrupt has no sender, so the two cannot be told apart.
 */
public final class Interruption {

  private final InterruptionState state;
  private final Deadline deadline;
  private @Nullable Alarm alarm;
  volatile boolean isDue;

  // All below is guarded by the state.
  @Nullable Interruption outer;
  int holders = 1;
  boolean hasFired;
  boolean hasFoundFlag;
  AlsoCut.@Nullable All also;
  long armedAs;
  long sentAs;

  Interruption(InterruptionState state, Deadline deadline) {
    this.state = state;
    this.deadline = deadline;
  }

  /**
   * From now on until {@link #disarm()} the calling thread is interrupted when the deadline comes;
   * soon, if it has passed already. A thread that is armed for this very deadline is not armed
   * twice.
   */
  public static Interruption arm(Time time, Deadline deadline) {
    InterruptionState state = Scopes.state().interruptions;
    Interruption armed = state.join(deadline);
    if (armed != null) {
      return armed;
    }
    Interruption cut = new Interruption(state, deadline);
    cut.alarm = time.scheduleAt(deadline.atNanos(), () -> state.fallsDue(cut));
    state.push(cut);
    return cut;
  }

  /**
   * Takes the cut back, and clears the interrupt if it was sent by it.
   *
   * @return whether it was sent
   */
  public boolean disarm() {
    if (state.isHeldFurtherOut(this)) {
      return hasFired();
    }
    if (alarm != null) {
      alarm.cancel();
    }
    return state.pop(this);
  }

  /** What cuts the calling thread first, armed by whomever; null: nothing. */
  public static @Nullable Deadline soonest() {
    return Scopes.state().interruptions.soonest();
  }

  /**
   * Has the cuts that are armed do more than interrupt, for what ignores interrupts: the task is
   * run when the calling thread is interrupted by one of them, and forgotten by each when it is
   * disarmed, and by all when its target is gone.
   *
   * @param target what is cut, held weakly
   * @param task does not hold the target, returns at once and throws nothing; run with the thread's
   *     cuts locked
   */
  public static <T> void alsoCut(T target, Consumer<? super T> task) {
    Scopes.state().interruptions.alsoCut(AlsoCut.of(target, task));
  }

  /** Whether the interrupt has been sent. */
  public boolean hasFired() {
    return state.hasFired(this);
  }

  /** Whether the moment has come, be the interrupt sent or held back by a shield. */
  public boolean isDue() {
    return isDue;
  }

  /**
   * Hands a foreign interrupt on to the thread that armed this, from any thread. It passes shields,
   * and is not cleared by {@link #disarm()}.
   *
   * @return whether it was sent; not once this is disarmed
   */
  public boolean forward() {
    return state.forward(this);
  }

  /**
   * From now on until {@link #unshield()} no cut interrupts the calling thread, whoever armed it.
   * Shields nest. A cut that falls due meanwhile is sent when the last shield goes, if it is still
   * armed then.
   */
  public static void shield() {
    Scopes.state().interruptions.shield();
  }

  /** Takes the innermost {@link #shield()} away. */
  public static void unshield() {
    Scopes.state().interruptions.unshield();
  }

  /** Whether the calling thread is inside of a {@link #shield()}. */
  public static boolean isShielded() {
    return Scopes.state().interruptions.isShielded();
  }

  /**
   * Takes the innermost {@link #shield()} away from what has been cut in another way than by an
   * interrupt: cuts that fell due meanwhile count as sent, and nobody is interrupted.
   */
  public static void unshieldCut() {
    Scopes.state().interruptions.unshieldCut();
  }

  Deadline deadline() {
    return deadline;
  }
}
