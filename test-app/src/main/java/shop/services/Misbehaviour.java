package shop.services;

import java.util.SplittableRandom;

/**
 * Which requests go wrong, and how. Decided by seed, service, order and attempt, and by nothing
 * else: not by when a request arrives or what arrived before it.
 *
 * @param seed of the dice
 */
record Misbehaviour(long seed) {
  /** Nobody is unlucky more often with one order at one service. */
  static final int MOST_FAULTS = 3;

  /**
   * What happens to a request.
   *
   * @param attempt how often this service was asked about this order, this time included
   */
  Fault fault(Kind service, String orderId, int attempt) {
    if (attempt > MOST_FAULTS) {
      return Fault.NONE;
    }
    long dice = (seed + "/" + service + "/" + orderId + "/" + attempt).hashCode();
    return service.fault(new SplittableRandom(dice).nextDouble());
  }
}
