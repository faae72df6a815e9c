package dev.holdfast.campaign.throughput;

/** A claim of a fresh key, and its completion. */
@FunctionalInterface
interface Pair {

  /** Blocks until both are done. */
  void run(String key);
}
