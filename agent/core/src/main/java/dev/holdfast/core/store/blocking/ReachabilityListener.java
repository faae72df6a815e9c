package dev.holdfast.core.store.blocking;

/** Told when a store goes away and comes back; must not block. */
public interface ReachabilityListener {

  /**
   * The store cannot be reached.
   *
   * @param reason without anything secret in it
   */
  void isAway(String reason);

  /** The store can be reached again. */
  void isBack();
}
