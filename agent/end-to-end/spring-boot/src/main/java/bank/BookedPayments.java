package bank;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Payments that are booked. */
@Service
class BookedPayments implements Payments {

  private final Bookings bookings;
  private final Trouble trouble;

  BookedPayments(Bookings bookings, Trouble trouble) {
    this.bookings = bookings;
    this.trouble = trouble;
  }

  @Override
  @Transactional
  public void pay(String text) {
    bookings.save(new Booking(text));
    trouble.strike();
  }
}
