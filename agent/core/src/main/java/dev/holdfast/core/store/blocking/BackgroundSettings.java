package dev.holdfast.core.store.blocking;

import dev.holdfast.core.store.StoreAddress;

/**
 * What is to be known of a store before it is opened.
 *
 * @param label the store as messages name it
 * @param threadName what the names of its threads begin with
 * @param threads how many steps run at once
 * @param longestResult the longest result that it takes, in characters
 */
public record BackgroundSettings(String label, String threadName, int threads, int longestResult) {

  /** Room for any answer that is worth being kept; longer ones are slow to send and to store. */
  private static final int LONGEST_RESULT = 4 << 20;

  public BackgroundSettings {
    if (threads < 1) {
      throw new IllegalArgumentException("threads: " + threads + " (expected: >= 1)");
    }
  }

  /** Those of a configured store. */
  public static BackgroundSettings of(StoreAddress address, int threads) {
    String threadName = address.name().isEmpty() ? "" : address.name() + "-";
    return new BackgroundSettings(address.key(), threadName, threads, LONGEST_RESULT);
  }
}
