package shop;

import dev.holdfast.Deadline;
import dev.holdfast.Jitter;
import dev.holdfast.Retry;

/** Calls that have to wait between their attempts. */
public class Patience {

  private int tries;

  /** Answers at the third attempt, after two waits. */
  @Retry(backoff = "100ms", jitter = Jitter.NONE, budget = "patience")
  @Deadline("60s")
  public int thirdTime() {
    if (++tries < 3) {
      throw new IllegalStateException("down");
    }
    return tries;
  }

  /** Waits so long that somebody has to cancel it. */
  @Retry(backoff = "20s", jitter = Jitter.NONE, budget = "patience")
  public int never() {
    throw new IllegalStateException("down");
  }
}
