package dev.holdfast.core.policy.breaker;

import dev.holdfast.core.event.Events;
import dev.holdfast.core.time.Time;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One breaker for each value of a key, at most so many.
 *
 * <p>Past the maximum the least recently used closed one goes. Where none is closed, the least
 * recently used one goes that waits for a trial nobody has made. Where all are open for good
 * reason, none goes: calls with a new key run on a breaker that is forgotten at once.
 *
 * <p>Each use stamps its breaker with a number that grows; a look for the oldest stamps sets
 * several aside, of which each serves as long as it has not been used since. So the order is exact
 * without a list that every call would have to change, and a stream of new keys does not search all
 * breakers for each.
 */
final class KeyedBreakers implements Breakers {

  /** One search sets this part of all breakers aside. */
  private static final int PART = 16;

  private final String name;
  private final Time time;
  private final Events events;
  private final Breaker withoutKey;
  private final Map<String, Entry> entries = new ConcurrentHashMap<>();
  private volatile BreakerLimits limits;
  private volatile int most;
  private volatile long uses;

  /** Guarded by this. */
  private final Deque<Aside> oldest = new ArrayDeque<>();

  KeyedBreakers(String name, BreakerLimits limits, int most, Time time, Events events) {
    this.name = name;
    this.limits = limits;
    this.most = most;
    this.time = time;
    this.events = events;
    withoutKey = new Breaker(BreakerId.of(name), limits, time, events);
  }

  /** The breaker of calls whose key is missing. */
  Breaker withoutKey() {
    return withoutKey;
  }

  /** The breaker of that key. */
  Breaker of(String key) {
    String stored = KeyDigest.stored(key);
    Entry entry = entries.get(stored);
    if (entry == null) {
      return add(stored);
    }
    entry.lastUse = stamp();
    return entry.breaker;
  }

  /** Puts other limits in force, for all. */
  void configure(BreakerLimits other, int maxKeys) {
    synchronized (this) {
      limits = other;
      most = maxKeys;
    }
    withoutKey.configure(other);
    entries.values().forEach(entry -> entry.breaker.configure(other));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void reset() {
    withoutKey.reset();
    entries.values().forEach(entry -> entry.breaker.reset());
  }

  @Override
  public List<BreakerView> views() {
    List<BreakerView> views = new ArrayList<>();
    views.add(withoutKey.view());
    entries.values().forEach(entry -> views.add(entry.breaker.view()));
    return views;
  }

  /** Two threads may take one number: they were at the same time then. */
  @SuppressWarnings("NonAtomicVolatileUpdate")
  private long stamp() {
    return ++uses;
  }

  private synchronized Breaker add(String stored) {
    Entry raced = entries.get(stored);
    if (raced != null) {
      return raced.breaker;
    }
    Breaker breaker =
        new Breaker(
            new BreakerId(name, Optional.of(KeyDigest.shown(stored))), limits, time, events);
    boolean hasRoom = true;
    while (entries.size() >= most && hasRoom) {
      hasRoom = evict();
    }
    if (hasRoom) {
      entries.put(stored, new Entry(breaker, stamp()));
    }
    return breaker;
  }

  /** Forgets one breaker; false if none may go. */
  private boolean evict() {
    return evictAside() || (setAside() && evictAside());
  }

  private boolean evictAside() {
    for (Aside aside = oldest.poll(); aside != null; aside = oldest.poll()) {
      Entry entry = aside.entry;
      boolean isAsItWas = entry.lastUse == aside.lastUse && entry.breaker.isIdle();
      if (isAsItWas && entries.remove(aside.key, entry)) {
        return true;
      }
    }
    return false;
  }

  private boolean setAside() {
    List<Aside> idle = new ArrayList<>();
    entries.forEach(
        (key, entry) -> {
          if (entry.breaker.isIdle()) {
            idle.add(new Aside(key, entry, entry.lastUse, !entry.breaker.isClosed()));
          }
        });
    idle.sort(Comparator.comparing(Aside::isOpen).thenComparing(Aside::lastUse));
    oldest.addAll(idle.subList(0, Math.min(idle.size(), most / PART + 1)));
    return !oldest.isEmpty();
  }

  private static final class Entry {

    final Breaker breaker;
    volatile long lastUse;

    Entry(Breaker breaker, long lastUse) {
      this.breaker = breaker;
      this.lastUse = lastUse;
    }
  }

  private record Aside(String key, Entry entry, long lastUse, boolean isOpen) {}
}
