package ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** A transaction further out. */
@ApplicationScoped
public class Journal {

  private final Ledger ledger;

  /** Books into that ledger. */
  @Inject
  public Journal(Ledger ledger) {
    this.ledger = ledger;
  }

  Journal() {
    this(new Ledger());
  }

  /** Books, and fails after that if it is told to. */
  @Transactional
  public String book(String text, boolean fails) {
    String booked = ledger.book(text);
    if (fails) {
      throw new IllegalStateException("down");
    }
    return booked;
  }
}
