package dev.holdfast.core.store;

/**
 * How much a store in memory holds.
 *
 * @param entries keys in all
 * @param bytes of keys and results in all
 */
public record StoreLimits(int entries, long bytes) {

  /** 100,000 entries and 64 MB. */
  public static final StoreLimits DEFAULT = new StoreLimits(100_000, 64L << 20);

  public StoreLimits {
    if (entries < 1) {
      throw new IllegalArgumentException("entries: " + entries + " (expected: >= 1)");
    }
    if (bytes < 1) {
      throw new IllegalArgumentException("bytes: " + bytes + " (expected: >= 1)");
    }
  }
}
