package dev.holdfast.core.store.transaction;

import java.util.concurrent.atomic.AtomicReference;

/**
 * What is known of the table at one URL, and whose turn it is to sweep there.
 *
 * <pre>
 * UNSEEN   -- seen -->     SEEN       no call looks for it any more
 * SEEN     -- vanished --> UNSTEADY   each call looks for it
 * UNSTEADY -- seen -->     UNSTEADY
 * </pre>
 *
 * <p>A table that was there and is not may well depend on who looks: tenants of one database have
 * schemas of their own, which its URL does not tell.
 */
final class KnownTable {

  private enum State {
    UNSEEN,
    SEEN,
    UNSTEADY
  }

  private final Sweeping sweeping;
  private final AtomicReference<State> state = new AtomicReference<>(State.UNSEEN);

  KnownTable(Sweeping sweeping) {
    this.sweeping = sweeping;
  }

  Sweeping sweeping() {
    return sweeping;
  }

  /** Whether nobody has to look for the table. */
  boolean isSeen() {
    return state.get() == State.SEEN;
  }

  /** Whether it was never missed by who had seen it. */
  boolean isSteady() {
    return state.get() != State.UNSTEADY;
  }

  /** It is there, for whoever looks at that URL. */
  void seen() {
    state.compareAndSet(State.UNSEEN, State.SEEN);
  }

  /** It is not, although it was. */
  void vanished() {
    state.compareAndSet(State.SEEN, State.UNSTEADY);
  }
}
