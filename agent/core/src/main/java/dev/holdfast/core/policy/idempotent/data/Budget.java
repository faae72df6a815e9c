package dev.holdfast.core.policy.idempotent.data;

/**
 * How much may still be written of one value: a graph that refers to itself must not be followed
 * for ever, nor one that shares its parts be written out without an end.
 */
public final class Budget {

  private static final int DEEPEST = 250;

  private final int most;
  private int left;
  private int depth;

  /**
   * @param most how many characters may be written; a value takes one at least
   */
  public Budget(int most) {
    this.most = most;
    left = most;
  }

  void enter() {
    if (++depth > DEEPEST) {
      throw new Unstorable(
          "it is nested deeper than %d levels, or inside itself".formatted(DEEPEST));
    }
    spend(1);
  }

  void leave() {
    depth--;
  }

  /** Takes what a long text or an array of bytes needs. */
  void spend(int amount) {
    left -= Math.min(amount, left + 1);
    if (left < 0) {
      throw new Unstorable("it takes more than %d characters".formatted(most));
    }
  }
}
