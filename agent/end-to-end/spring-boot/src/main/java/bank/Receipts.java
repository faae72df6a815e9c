package bank;

import dev.holdfast.CircuitBreaker;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Receipts of which the database finds out only at the commit that there are two. */
@Service
public class Receipts {

  private final JdbcTemplate database;
  private final AtomicInteger written = new AtomicInteger();

  Receipts(JdbcTemplate database) {
    this.database = database;
  }

  /** Makes room for receipts; needs a database that can look at commits. */
  public void prepare() {
    database.execute(
        "create table if not exists receipt"
            + " (text varchar, unique (text) deferrable initially deferred)");
  }

  /** Writes a receipt. */
  @Transactional
  @CircuitBreaker(window = "3", minimumCalls = 3)
  public void write(String text) {
    written.incrementAndGet();
    database.update("insert into receipt values (?)", text);
  }

  /** How many times one was written. */
  public int written() {
    return written.get();
  }
}
