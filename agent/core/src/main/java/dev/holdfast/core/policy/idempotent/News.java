package dev.holdfast.core.policy.idempotent;

import dev.holdfast.core.event.Events;
import dev.holdfast.core.pipeline.Binding;
import dev.holdfast.core.store.StoreFailure;
import dev.holdfast.core.store.StoredKey;
import dev.holdfast.core.time.AtMostEvery;
import dev.holdfast.core.time.Time;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

/** Counts and tells what happens to the calls of one method; what repeats is told once a minute. */
final class News {

  private final String guard;
  private final Events events;
  private final Map<Tally, LongAdder> counters = new EnumMap<>(Tally.class);
  private final AtMostEvery unstorable;
  private final AtMostEvery notStored;
  private final AtMostEvery unguarded;
  private final AtomicBoolean isUnprotectedTold = new AtomicBoolean();

  News(Binding binding) {
    guard = binding.guard();
    events = binding.services().events();
    for (Tally tally : Tally.values()) {
      counters.put(tally, binding.outcome(tally.outcome()));
    }
    Time time = binding.services().time();
    unstorable = minutely(time);
    notStored = minutely(time);
    unguarded = minutely(time);
  }

  void count(Tally tally) {
    LongAdder counter = counters.get(tally);
    if (counter != null) {
      counter.increment();
    }
  }

  void tookOver(StoredKey key) {
    count(Tally.TAKEN_OVER);
    events.publish(new IdempotentEvent.TookOver(guard, key));
  }

  void lost(StoredKey key) {
    count(Tally.LOST);
    events.publish(new IdempotentEvent.Lost(guard, key));
  }

  void kept(StoredKey key, String failure) {
    count(Tally.KEPT);
    events.publish(new IdempotentEvent.Kept(guard, key, failure));
  }

  void unstorable(StoredKey key, String reason) {
    count(Tally.UNSTORABLE);
    unstorable.run(() -> events.publish(new IdempotentEvent.Unstorable(guard, key, reason)));
  }

  void notStored(StoredKey key, Throwable failure) {
    count(Tally.NOT_STORED);
    String reason = reason(failure);
    notStored.run(() -> events.publish(new IdempotentEvent.NotStored(guard, key, reason)));
  }

  void unguarded(Throwable failure) {
    String reason = reason(failure);
    unguarded.run(() -> events.publish(new IdempotentEvent.Unguarded(guard, reason)));
  }

  void unprotected() {
    if (isUnprotectedTold.compareAndSet(false, true)) {
      events.publish(new IdempotentEvent.Unprotected(guard));
    }
  }

  /** Messages of stores hold nothing secret; those of anything else might. */
  static String reason(Throwable failure) {
    String message = failure.getMessage();
    return failure instanceof StoreFailure && message != null
        ? message
        : failure.getClass().getName();
  }

  private static AtMostEvery minutely(Time time) {
    return new AtMostEvery(Duration.ofMinutes(1), time);
  }
}
