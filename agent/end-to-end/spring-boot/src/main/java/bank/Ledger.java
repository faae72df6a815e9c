package bank;

import dev.holdfast.Idempotent;
import dev.holdfast.Retry;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Books; a class without interfaces, so that Spring puts a CGLIB proxy before it. */
@Service
public class Ledger {

  private final Bookings bookings;
  private final Trouble trouble;

  Ledger(Bookings bookings, Trouble trouble) {
    this.bookings = bookings;
    this.trouble = trouble;
  }

  /** Books a line; fails after it is written as often as there is trouble. */
  @Transactional
  @Retry(backoff = "0")
  public void book(String text) {
    bookings.save(new Booking(text));
    trouble.strike();
  }

  /** The same, begun twice if the first time fails, by what stands around it. */
  @Transactional
  @Retry(backoff = "0")
  public void bookInsistently(String text) {
    bookings.save(new Booking(text));
    trouble.strike();
  }

  /** Books a line once. */
  @Transactional
  @Idempotent(key = "text")
  public String bookOnce(String text) {
    bookings.save(new Booking(text));
    return text + " booked";
  }

  /** Books a line once; has it rolled back, and says so, if there is trouble. */
  @Transactional
  @Idempotent(key = "text")
  public String bookOrNot(String text) {
    bookings.save(new Booking(text));
    try {
      trouble.strike();
      return text + " booked";
    } catch (IllegalStateException failure) {
      TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
      return text + " not booked";
    }
  }

  /** Books a line once, whatever becomes of what is going on around it. */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  @Idempotent(key = "text")
  public String bookOnceAlone(String text) {
    bookings.save(new Booking(text));
    return text + " booked alone";
  }

  /** Calls itself: the guard is inside of this transaction then. */
  @Transactional
  public void bookBySelf(String text) {
    book(text);
  }
}
