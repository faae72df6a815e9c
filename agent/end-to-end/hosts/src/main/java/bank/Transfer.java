package bank;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** A transaction further out. */
@ApplicationScoped
public class Transfer {

  private final Account account;

  /** Books on that account. */
  @Inject
  public Transfer(Account account) {
    this.account = account;
  }

  Transfer() {
    this(new Account());
  }

  /** Books. */
  @Transactional
  public void book(String text) {
    account.book(text);
  }

  /** Books, and fails after that. */
  @Transactional
  public void bookAndFail(String text) {
    account.book(text);
    throw new IllegalStateException("down");
  }
}
