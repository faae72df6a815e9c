package dev.holdfast.core.policy.idempotent.data;

import java.util.ArrayList;
import java.util.List;

/**
 * What is asked of the data of one value, and how much of it may still be written: a graph that
 * refers to itself must not be followed for ever, nor one that shares its parts be written out
 * without an end.
 */
public final class Budget {

  private static final int DEEPEST = 250;

  private final int most;
  private final boolean mustComeBack;
  private final List<Object> open = new ArrayList<>();
  private int left;
  private int depth;

  private Budget(int most, boolean mustComeBack) {
    this.most = most;
    this.mustComeBack = mustComeBack;
    left = most;
  }

  /**
   * For a value that has to come back as it is.
   *
   * @param most how many characters may be written; a value takes one at least
   */
  public static Budget ofResult(int most) {
    return new Budget(most, true);
  }

  /**
   * For a value that is only told from others.
   *
   * @param most as above
   */
  public static Budget ofArgument(int most) {
    return new Budget(most, false);
  }

  boolean mustComeBack() {
    return mustComeBack;
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

  /**
   * Begins a value that has parts.
   *
   * @return 0; or, of one that is inside itself, as how many-th of those around it: it is told by
   *     that, and not begun
   */
  int begin(Object value) {
    for (int index = open.size() - 1; index >= 0; index--) {
      if (open.get(index) == value) {
        return open.size() - index;
      }
    }
    if (!mustComeBack) {
      open.add(value);
    }
    return 0;
  }

  /** Ends the value that was begun last. */
  void end() {
    if (!mustComeBack) {
      open.remove(open.size() - 1);
    }
  }

  /** Takes what a long text or an array of bytes needs. */
  void spend(int amount) {
    left -= Math.min(amount, left + 1);
    if (left < 0) {
      throw new Unstorable("it takes more than %d characters".formatted(most));
    }
  }
}
