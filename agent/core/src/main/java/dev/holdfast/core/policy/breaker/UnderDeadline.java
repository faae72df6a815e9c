package dev.holdfast.core.policy.breaker;

import dev.holdfast.core.call.Call;
import dev.holdfast.core.call.Deadline;
import dev.holdfast.core.call.Scopes;
import dev.holdfast.core.policy.breaker.Admission.Permit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A call of which nothing stands that comes after the deadline in force: a future's, or one on
 * another thread than its caller's. The caller may be gone before it ends, and it may never end; so
 * the permit goes back by whichever comes first, and once.
 */
final class UnderDeadline {

  private final BreakerUse use;
  private final Breaker breaker;
  private final Permit permit;
  private final @Nullable Deadline deadline;
  private final AtomicBoolean hasEnded = new AtomicBoolean();

  private UnderDeadline(
      BreakerUse use, Breaker breaker, Permit permit, @Nullable Deadline deadline) {
    this.use = use;
    this.breaker = breaker;
    this.permit = permit;
    this.deadline = deadline;
  }

  /** The call goes further in, on this thread. */
  static UnderDeadline begin(Call call, BreakerUse use, Breaker breaker, Permit permit) {
    Deadline deadline = Scopes.current().deadline();
    UnderDeadline begun = new UnderDeadline(use, breaker, permit, deadline);
    if (deadline != null) {
      call.whenAbandoned(failure -> begun.abandoned(deadline, failure));
    }
    return begun;
  }

  /** The body returned, or its future has a result. */
  void returned(@Nullable Object result) {
    if (!isFirstEnd()) {
      return;
    }
    if (deadline != null && use.judge().isPast(deadline)) {
      use.overdue(breaker, permit, deadline);
    } else {
      use.returned(breaker, permit, result);
    }
  }

  /** The body threw, or its future has failed. */
  void failed(Throwable failure, boolean isInterrupted) {
    if (isFirstEnd()) {
      use.failed(breaker, permit, failure, deadline, isInterrupted);
    }
  }

  private void abandoned(Deadline passed, Throwable failure) {
    if (isFirstEnd()) {
      use.abandoned(breaker, permit, passed, failure);
    }
  }

  private boolean isFirstEnd() {
    return hasEnded.compareAndSet(false, true);
  }
}
