package shop.services;

/** The three services, and how often each of them misbehaves. */
public enum Kind {
  PAYMENT(0.04, 0.03, 0.02, 0.04),
  RECOMMENDATIONS(0.03, 0.03, 0.02, 0),
  STOCK(0.02, 0.03, 0.02, 0);

  private final double busy;
  private final double slow;
  private final double cut;
  private final double lost;

  Kind(double busy, double slow, double cut, double lost) {
    this.busy = busy;
    this.slow = slow;
    this.cut = cut;
    this.lost = lost;
  }

  /**
   * The fault that a throw of the dice means.
   *
   * @param dice from 0 to below 1
   */
  Fault fault(double dice) {
    if (dice < busy) {
      return Fault.BUSY;
    }
    if (dice < busy + slow) {
      return Fault.SLOW;
    }
    if (dice < busy + slow + cut) {
      return Fault.CUT;
    }
    return dice < busy + slow + cut + lost ? Fault.LOST : Fault.NONE;
  }
}
