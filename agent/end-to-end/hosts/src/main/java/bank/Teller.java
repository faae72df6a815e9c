package bank;

import dev.holdfast.Retry;
import jakarta.ejb.Stateless;

/** An EJB, whose container begins its transaction; its call succeeds at the third attempt. */
@Stateless
public class Teller {

  private int tries;

  /** Writes in each attempt. */
  @Retry(backoff = "1ms")
  public void enter(String text) {
    Book.write(text);
    if (++tries % 3 != 0) {
      throw new IllegalStateException("down");
    }
  }
}
