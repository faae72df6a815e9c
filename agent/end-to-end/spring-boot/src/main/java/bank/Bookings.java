package bank;

import dev.holdfast.Retry;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** The ledger's lines. */
public interface Bookings extends JpaRepository<Booking, Long> {

  /** How many lines say so. */
  long countByText(String text);

  /** Fails in the database; implemented by a proxy alone. */
  @Retry(backoff = "0")
  @Query(value = "select 1 / 0", nativeQuery = true)
  long broken();
}
