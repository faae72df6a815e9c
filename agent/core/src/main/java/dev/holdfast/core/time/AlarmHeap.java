package dev.holdfast.core.time;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Pending alarms, the next one first: a binary heap whose entries know their place, so that one
 * that is cancelled, as almost all are, leaves at once and holds nothing until it would have been
 * due.
 */
final class AlarmHeap {

  private @Nullable Entry[] entries = new @Nullable Entry[16];
  private int size;

  /** Adds an alarm; says whether it is now the next one. */
  synchronized boolean add(Entry entry) {
    if (size == entries.length) {
      entries = Arrays.copyOf(entries, size * 2);
    }
    up(size++, entry);
    return entry.place == 0;
  }

  /** Takes the next alarm out if it is due at that moment. */
  synchronized @Nullable Entry pollDue(long nowNanos) {
    Entry next = entries[0];
    if (next == null || next.atNanos - nowNanos > 0) {
      return null;
    }
    remove(next);
    return next;
  }

  /** How long until the next alarm is due, zero or less if it is, at most {@code most}. */
  synchronized long nanosToNext(long nowNanos, long most) {
    Entry next = entries[0];
    return next == null ? most : Math.min(most, next.atNanos - nowNanos);
  }

  /** How many alarms are pending. */
  synchronized int size() {
    return size;
  }

  private synchronized void cancel(Entry entry) {
    if (entry.place >= 0) {
      remove(entry);
    }
  }

  private void remove(Entry entry) {
    int hole = entry.place;
    entry.place = -1;
    Entry last = at(--size);
    entries[size] = null;
    if (last != entry) {
      down(hole, last);
      if (last.place == hole) {
        up(hole, last);
      }
    }
  }

  private void up(int from, Entry entry) {
    int place = from;
    while (place > 0) {
      int parent = (place - 1) >>> 1;
      Entry above = at(parent);
      if (entry.atNanos - above.atNanos >= 0) {
        break;
      }
      put(place, above);
      place = parent;
    }
    put(place, entry);
  }

  private void down(int from, Entry entry) {
    int place = from;
    while (2 * place + 1 < size) {
      int child = 2 * place + 1;
      if (child + 1 < size && at(child + 1).atNanos - at(child).atNanos < 0) {
        child++;
      }
      if (entry.atNanos - at(child).atNanos <= 0) {
        break;
      }
      put(place, at(child));
      place = child;
    }
    put(place, entry);
  }

  private void put(int place, Entry entry) {
    entries[place] = entry;
    entry.place = place;
  }

  @SuppressWarnings("NullAway") // every place below the size holds an entry
  private Entry at(int place) {
    return entries[place];
  }

  /** A pending alarm. */
  static final class Entry implements Alarm {

    final long atNanos;
    final Runnable task;
    private final AlarmHeap home;

    /** The index in the heap, negative once it has left; guarded by the heap. */
    private int place = -1;

    Entry(long atNanos, Runnable task, AlarmHeap home) {
      this.atNanos = atNanos;
      this.task = task;
      this.home = home;
    }

    @Override
    public void cancel() {
      home.cancel(this);
    }
  }
}
