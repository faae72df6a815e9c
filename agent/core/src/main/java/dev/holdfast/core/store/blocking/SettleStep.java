package dev.holdfast.core.store.blocking;

import dev.holdfast.core.store.Hold;
import dev.holdfast.core.store.Settlement;

/** The end of one call, told together with others. */
public record SettleStep(Hold hold, Settlement settlement) {

  /** In characters; a longer outcome is on its way for long, and has that to itself. */
  private static final int SHORT = 64 << 10;

  /** Whether others are not held up by it; a call that came to nothing, which is rare, is not. */
  boolean isShared() {
    return settlement instanceof Settlement.Complete complete
        ? complete.result().length() <= SHORT
        : settlement instanceof Settlement.Fail fail && fail.failure().length() <= SHORT;
  }
}
