package wire.patience;

import java.util.List;

/**
 * When requests came.
 *
 * @param millis of each
 */
record Histogram(List<Long> millis) {

  static final int WIDTH_MILLIS = 50;

  private static final int LONGEST_BAR = 25;

  Histogram {
    millis = List.copyOf(millis);
  }

  int size() {
    return millis.size();
  }

  long before(long limit) {
    return millis.stream().filter(each -> each < limit).count();
  }

  long first() {
    return millis.stream().mapToLong(each -> each).min().orElse(0);
  }

  /** How many buckets from there on hold any. */
  long bucketsFrom(long from) {
    return millis.stream()
        .filter(each -> each >= from)
        .map(each -> each / WIDTH_MILLIS)
        .distinct()
        .count();
  }

  /** Both, a line for each bucket. */
  static String beside(Histogram naive, Histogram guarded) {
    long last = Math.max(naive.last(), guarded.last());
    long most = Math.max(naive.most(), guarded.most());
    StringBuilder lines =
        new StringBuilder("   from ms   %-32s%s%n".formatted("without agent", "with agent"));
    for (long bucket = 0; bucket <= last; bucket++) {
      long ofNaive = naive.in(bucket);
      long ofGuarded = guarded.in(bucket);
      lines.append(
          "%,10d   %4d %-27s%4d %s%n"
              .formatted(
                  bucket * WIDTH_MILLIS,
                  ofNaive,
                  bar(ofNaive, most),
                  ofGuarded,
                  bar(ofGuarded, most)));
    }
    return lines.toString();
  }

  private static String bar(long count, long most) {
    return "#".repeat((int) ((count * LONGEST_BAR + most - 1) / Math.max(1, most)));
  }

  private long in(long bucket) {
    return millis.stream().filter(each -> each / WIDTH_MILLIS == bucket).count();
  }

  private long last() {
    return millis.stream().mapToLong(each -> each / WIDTH_MILLIS).max().orElse(0);
  }

  private long most() {
    return millis.stream().mapToLong(each -> in(each / WIDTH_MILLIS)).max().orElse(0);
  }
}
