package bank;

import dev.holdfast.CircuitBreaker;
import dev.holdfast.Fallback;
import dev.holdfast.Idempotent;
import dev.holdfast.Retry;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What only clerks may do, guarded in every way. */
@Service
public class Vault {

  private final Trouble trouble;
  private final AtomicInteger opened = new AtomicInteger();
  private final AtomicInteger openedByClerks = new AtomicInteger();

  Vault(Trouble trouble) {
    this.trouble = trouble;
  }

  /** Opens a box once. */
  @PreAuthorize("hasRole('CLERK')")
  @Transactional
  @Idempotent(key = "box")
  public String open(String box) {
    return box + " opened " + opened.incrementAndGet();
  }

  /** The same, as the application itself asks who is calling. */
  @ClerksOnly
  @Transactional
  @Idempotent(key = "box")
  public String openIfClerk(String box) {
    return box + " opened " + openedByClerks.incrementAndGet();
  }

  /** Looks into a box, or guesses. */
  @PreAuthorize("hasRole('CLERK')")
  @Transactional(readOnly = true)
  @Retry(backoff = "0")
  @Fallback(method = "guess")
  public String look(String box) {
    trouble.strike();
    return box + " looked into";
  }

  /** Locks a box, unless the lock fails too often. */
  @PreAuthorize("hasRole('CLERK')")
  @Transactional
  @CircuitBreaker(window = "2", minimumCalls = 2)
  public String lock(String box) {
    trouble.strike();
    return box + " locked";
  }

  String guess(String box) {
    return box + " guessed by " + getClass().getSimpleName();
  }
}
