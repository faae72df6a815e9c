package bank;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/** One line of the ledger. */
@Entity
public class Booking {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  private String text = "";

  /** For JPA. */
  protected Booking() {}

  /** A line that reads so. */
  public Booking(String text) {
    this.text = text;
  }

  /** The row's number; null before it is saved. */
  public @Nullable Long id() {
    return id;
  }

  /** What the line says. */
  public String text() {
    return text;
  }
}
