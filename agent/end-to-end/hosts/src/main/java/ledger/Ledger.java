package ledger;

import com.arjuna.ats.jta.TransactionManager;
import dev.holdfast.Fallback;
import dev.holdfast.Idempotent;
import dev.holdfast.Retry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transactional;

/** Enters texts, each call at its third attempt. */
@ApplicationScoped
public class Ledger implements Entering {

  private int tries;
  private boolean tookBack;

  /** Writes in each attempt. */
  @Audited
  @Retry(backoff = "1ms")
  @Transactional
  public void enter(String text) {
    Database.write(text);
    failTwice();
  }

  /** Calls itself, past its proxy. */
  @Transactional
  public void enterInside(String text) {
    tried(text);
  }

  @Retry(backoff = "1ms")
  void tried(String text) {
    failTwice();
    Database.write(text);
  }

  /** Authorises when the transaction has begun. */
  @Retry(backoff = "1ms")
  @RolesChecked
  @Transactional
  public void enterChecked(String text) {
    failTwice();
    Database.write(text);
  }

  /** Has somebody authorise, nobody knows when. */
  @Permitted
  @Retry(backoff = "1ms")
  @Transactional
  public void enterPermitted(String text) {
    failTwice();
    Database.write(text);
  }

  @Override
  @Retry(backoff = "1ms")
  @Transactional
  public void enterDecorated(String text) {
    failTwice();
    Database.write(text);
  }

  /** Writes once for each text. */
  @Allowed
  @Idempotent(key = "#0")
  @Transactional
  public String book(String text) {
    Database.write(text);
    return text + " booked";
  }

  /** Never succeeds; the bean itself has an answer. */
  @Fallback(method = "known")
  @Transactional
  public String read(String text) {
    throw new IllegalStateException("down");
  }

  String known(String text) {
    return text + " after " + tries + " tries";
  }

  /** Writes once for each text, and takes back what it writes first. */
  @Idempotent(key = "#0")
  @Transactional
  public String bookAtLast(String text) throws SystemException {
    Database.write(text);
    if (!tookBack) {
      tookBack = true;
      TransactionManager.transactionManager().setRollbackOnly();
    }
    return text + " booked";
  }

  private void failTwice() {
    if (++tries % 3 != 0) {
      throw new IllegalStateException("down");
    }
  }
}
