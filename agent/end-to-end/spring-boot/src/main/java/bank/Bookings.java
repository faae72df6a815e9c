package bank;

import org.springframework.data.jpa.repository.JpaRepository;

/** The ledger's lines. */
public interface Bookings extends JpaRepository<Booking, Long> {

  /** How many lines say so. */
  long countByText(String text);
}
