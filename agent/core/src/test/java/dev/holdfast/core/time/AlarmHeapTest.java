package dev.holdfast.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class AlarmHeapTest {

  /** Close to the overflow, so that a comparison by {@code <} fails. */
  private static final long START = Long.MAX_VALUE - 50;

  /** Each step adds an alarm (0 to 99), cancels one (100 to 149) or lets time pass (150 to 199). */
  @Property
  void givesOutWhatANaiveListWouldInTheSameOrder(
      @ForAll @Size(max = 200) List<@IntRange(max = 199) Integer> steps) {
    AlarmHeap heap = new AlarmHeap();
    List<AlarmHeap.Entry> naive = new ArrayList<>();
    long now = START;

    for (int step : steps) {
      if (step < 100) {
        AlarmHeap.Entry entry = new AlarmHeap.Entry(now + step, () -> {}, heap);
        boolean isNext = naive.stream().allMatch(other -> entry.atNanos - other.atNanos < 0);
        naive.add(entry);
        assertThat(heap.add(entry)).isEqualTo(isNext);
      } else if (step < 150) {
        if (!naive.isEmpty()) {
          naive.remove(step % naive.size()).cancel();
        }
      } else {
        now += step - 150;
        assertThat(due(heap, now)).isEqualTo(dueNaively(naive, now));
      }
      assertThat(heap.size()).isEqualTo(naive.size());
      assertThat(heap.nanosToNext(now, 1000)).isEqualTo(nanosToNextNaively(naive, now));
    }
  }

  @Property(tries = 20)
  void anAlarmThatWasGivenOutCannotBeCancelled(@ForAll @IntRange(min = 1, max = 40) int alarms) {
    AlarmHeap heap = new AlarmHeap();
    List<AlarmHeap.Entry> entries = new ArrayList<>();
    for (int index = 0; index < alarms; index++) {
      AlarmHeap.Entry entry = new AlarmHeap.Entry(START + index, () -> {}, heap);
      entries.add(entry);
      heap.add(entry);
    }

    AlarmHeap.Entry first = heap.pollDue(START);
    entries.get(0).cancel();

    assertThat(first).isSameAs(entries.get(0));
    assertThat(heap.size()).isEqualTo(alarms - 1);
  }

  /** Moments only: alarms of one moment come in any order. */
  private static List<Long> due(AlarmHeap heap, long now) {
    List<Long> due = new ArrayList<>();
    AlarmHeap.Entry next = heap.pollDue(now);
    while (next != null) {
      due.add(next.atNanos - START);
      next = heap.pollDue(now);
    }
    return due;
  }

  private static List<Long> dueNaively(List<AlarmHeap.Entry> naive, long now) {
    List<Long> due =
        naive.stream()
            .filter(entry -> entry.atNanos - now <= 0)
            .map(entry -> entry.atNanos - START)
            .sorted(Comparator.naturalOrder())
            .toList();
    naive.removeIf(entry -> entry.atNanos - now <= 0);
    return due;
  }

  private static long nanosToNextNaively(List<AlarmHeap.Entry> naive, long now) {
    return naive.stream().mapToLong(entry -> entry.atNanos - now).min().orElse(1000);
  }
}
