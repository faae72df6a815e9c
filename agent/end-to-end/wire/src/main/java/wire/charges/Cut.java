package wire.charges;

import java.util.SplittableRandom;

/** What becomes of a request. */
enum Cut {
  /** It is served. */
  NONE,
  /** The connection is closed before the charge. */
  BEFORE,
  /** The connection is closed after the charge, without an answer. */
  AFTER,
  /** The connection is closed in the middle of the answer. */
  WITHIN;

  /** For people. */
  static final String SHARES = "3 % before the charge, 4 % after it, 3 % within the answer";

  private static final double BEFORE_SHARE = 0.03;
  private static final double AFTER_SHARE = 0.04;
  private static final double WITHIN_SHARE = 0.03;

  /** By that throw of the dice. */
  static Cut by(SplittableRandom random) {
    double dice = random.nextDouble();
    if (dice < BEFORE_SHARE) {
      return BEFORE;
    }
    if (dice < BEFORE_SHARE + AFTER_SHARE) {
      return AFTER;
    }
    return dice < BEFORE_SHARE + AFTER_SHARE + WITHIN_SHARE ? WITHIN : NONE;
  }
}
