package dev.holdfast.core.time;

/** A task that is to run later. */
@FunctionalInterface
public interface Alarm {

  /** Takes the task back; without effect once it began. */
  void cancel();
}
