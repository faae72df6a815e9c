package dev.holdfast.core.log;

import dev.holdfast.core.event.Event;
import dev.holdfast.core.time.Time;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes each event as a line, at its severity. Of one kind on one guard at most 5 are written in
 * 10 seconds; the next one written tells how many were left out. Events at debug, and those that
 * ask for it, are all written.
 */
public final class EventLog implements Consumer<Event> {

  private static final Logger LOG = LoggerFactory.getLogger(EventLog.class);

  private final Time time;
  private final Map<Kind, AtomicReference<@Nullable Burst>> bursts = new ConcurrentHashMap<>();

  private record Kind(String guard, Class<?> event) {}

  public EventLog(Time time) {
    this.time = time;
  }

  @Override
  public void accept(Event event) {
    if (event.severity() == Event.Severity.DEBUG) {
      LOG.debug("{}", event.sentence());
      return;
    }
    if (event.isToldEachTime()) {
      tell(event, 0);
      return;
    }
    AtomicReference<@Nullable Burst> burst =
        bursts.computeIfAbsent(
            new Kind(event.guard(), event.getClass()), kind -> new AtomicReference<>());
    long now = time.coarseNanoTime();
    Burst before;
    Burst after;
    do {
      before = burst.get();
      after = before == null ? Burst.begin(now) : before.next(now);
    } while (!burst.compareAndSet(before, after));
    if (after.isTold()) {
      tell(event, before == null ? 0 : before.leftOutBefore(after));
    }
  }

  private static void tell(Event event, long leftOut) {
    String line =
        leftOut == 0
            ? event.sentence()
            : event.sentence() + " (" + leftOut + " more like this were left out)";
    if (event.severity() == Event.Severity.WARN) {
      LOG.warn("{}", line);
    } else {
      LOG.info("{}", line);
    }
  }
}
