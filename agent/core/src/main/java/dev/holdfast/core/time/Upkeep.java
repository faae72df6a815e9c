package dev.holdfast.core.time;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The alarms that the engine has for itself, a few; all of them can be ended together. */
final class Upkeep {

  private final Time time;
  private final Set<Turn> pending = ConcurrentHashMap.newKeySet();
  private volatile boolean hasEnded;

  Upkeep(Time time) {
    this.time = time;
  }

  void schedule(long delayNanos, Runnable task) {
    Turn turn = new Turn(task);
    pending.add(turn);
    if (hasEnded) {
      pending.remove(turn);
      return;
    }
    turn.alarm = time.schedule(delayNanos, turn);
    if (hasEnded) {
      turn.alarm.cancel();
    }
  }

  /** Cancels what is pending; nothing is scheduled any more. */
  void end() {
    hasEnded = true;
    pending.forEach(turn -> turn.alarm.cancel());
    pending.clear();
  }

  private final class Turn implements Runnable {

    private final Runnable task;
    private volatile Alarm alarm = () -> {};

    Turn(Runnable task) {
      this.task = task;
    }

    @Override
    public void run() {
      pending.remove(this);
      if (!hasEnded) {
        task.run();
      }
    }
  }
}
