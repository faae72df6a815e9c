package dev.holdfast.core.time;

import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A wait without a thread that ends once: by its alarm, by a shutdown, or cancelled. */
final class GracedPause implements Alarm {

  private final Time.Pause pause;
  private final Set<GracedPause> pending;
  private final AtomicBoolean hasEnded = new AtomicBoolean();
  private volatile @Nullable Alarm alarm;

  GracedPause(Time.Pause pause, Set<GracedPause> pending) {
    this.pause = pause;
    this.pending = pending;
  }

  /** What ends it in time; told once it is scheduled, and so perhaps after it went off. */
  void alarm(Alarm scheduled) {
    alarm = scheduled;
    if (hasEnded.get()) {
      scheduled.cancel();
    }
  }

  void end(boolean isWhole) {
    if (leave()) {
      pause.end(isWhole);
    }
  }

  @Override
  public void cancel() {
    leave();
  }

  private boolean leave() {
    if (!hasEnded.compareAndSet(false, true)) {
      return false;
    }
    pending.remove(this);
    Alarm scheduled = alarm;
    if (scheduled != null) {
      scheduled.cancel();
    }
    return true;
  }
}
