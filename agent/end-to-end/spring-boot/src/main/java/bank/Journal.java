package bank;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Does several things in one transaction. */
@Service
public class Journal {

  private final Ledger ledger;
  private final Trouble trouble;

  Journal(Ledger ledger, Trouble trouble) {
    this.ledger = ledger;
    this.trouble = trouble;
  }

  /** Books once, and asks again; fails after it if there is trouble. */
  @Transactional
  public String enter(String text) {
    String first = ledger.bookOnce(text);
    String second = ledger.bookOnce(text);
    trouble.strike();
    return first + ", " + second;
  }

  /** Books once in a transaction apart; fails after it if there is trouble. */
  @Transactional
  public String enterAlone(String text) {
    String entered = ledger.bookOnceAlone(text);
    trouble.strike();
    return entered;
  }

  /** Books in the same transaction: where that fails, nothing in it can succeed any more. */
  @Transactional
  public void join(String text) {
    ledger.book(text);
  }
}
