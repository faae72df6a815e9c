package dev.holdfast.weaving.control;

import dev.holdfast.core.call.Workers;
import dev.holdfast.core.pipeline.States;
import dev.holdfast.core.time.Time;
import java.time.Duration;

/**
 * {@code status --watch}: puts the status where a watcher looks, once a second while that process
 * lives. Asking for each of them would load the agent each time, and with every load the JVM
 * appends the jar to its boot search.
 *
 * @param states shared, and closed when the engine goes
 */
public record WatchStatus(ShowStatus status, States states, Time time, Workers workers)
    implements Control.Command {

  private static final long PERIOD_NANOS = Duration.ofSeconds(1).toNanos();

  @Override
  public Answer answer(String arguments) {
    return Watcher.parse(arguments)
        .flatMap(watcher -> watcher.process().map(process -> begin(watcher.token(), process)))
        .orElseGet(
            () ->
                Answer.failed(
                    "that JVM does not see who watches (expected: both in one container). Run the"
                        + " command beside it, or ask without --watch."));
  }

  private Answer begin(String token, ProcessHandle watcher) {
    Watch watch = new Watch(Answer.property(token), watcher, () -> status.answer(""));
    Watches all = states.shared(Watches.class, "", Watches::new);
    all.add(watch);
    write(watch, all);
    return Answer.done("");
  }

  private void write(Watch watch, Watches all) {
    boolean goesOn = false;
    try {
      goesOn = watch.write();
    } finally {
      if (goesOn) {
        time.upkeep(PERIOD_NANOS, () -> workers.execute(() -> write(watch, all)));
      } else {
        all.end(watch);
      }
    }
  }
}
