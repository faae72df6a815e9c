package dev.holdfast.core.store.blocking;

import dev.holdfast.core.store.Hold;
import dev.holdfast.core.store.Settlement;
import dev.holdfast.core.store.Tenure;

/**
 * Gives a key back. Of a release whose answer was lost on the way nothing is left: the step that is
 * tried again does not take that for a loss.
 */
final class ReleaseStep implements StoreStep<Tenure> {

  private final Hold hold;

  /** Handed from thread to thread by the executor. */
  private boolean isRepeated;

  ReleaseStep(Hold hold) {
    this.hold = hold;
  }

  @Override
  public Tenure on(BlockingStore store) throws Exception {
    boolean mayBeDone = isRepeated;
    isRepeated = true;
    Tenure tenure = store.settle(hold, new Settlement.Release());
    return mayBeDone ? Tenure.HELD : tenure;
  }
}
