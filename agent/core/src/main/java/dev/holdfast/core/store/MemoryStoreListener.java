package dev.holdfast.core.store;

/** Told of what users of a store in memory should know; never under a lock. */
public interface MemoryStoreListener {

  /** The first key is claimed. */
  void begins();

  /**
   * A step had to evict.
   *
   * @param evictions how many results were evicted in all
   */
  void evicted(long evictions);
}
