package bank;

import dev.holdfast.Retry;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** The ledger's lines. */
public interface Bookings extends JpaRepository<Booking, Long> {

  /** How many lines say so. */
  long countByText(String text);

  /** Fails in the database, as callers get to know it; implemented by a proxy alone. */
  @Retry(backoff = "0", on = DataIntegrityViolationException.class)
  @Query(value = "select 1 / 0", nativeQuery = true)
  long broken();
}
