package bank;

import dev.holdfast.Idempotent;
import dev.holdfast.Retry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** A bean of CDI; each call succeeds at its third attempt. */
@ApplicationScoped
public class Account {

  private int tries;

  /** Writes in each attempt. */
  @Retry(backoff = "1ms")
  @Transactional
  public void enter(String text) {
    Book.write(text);
    failTwice();
  }

  /** Calls itself, past its proxy. */
  @Transactional
  public void enterInside(String text) {
    Book.write(text);
    tried();
  }

  @Retry(backoff = "1ms")
  void tried() {
    failTwice();
  }

  /** Writes once for each text. */
  @Idempotent(key = "#0")
  @Transactional
  public void book(String text) {
    Book.write(text);
  }

  private void failTwice() {
    if (++tries % 3 != 0) {
      throw new IllegalStateException("down");
    }
  }
}
