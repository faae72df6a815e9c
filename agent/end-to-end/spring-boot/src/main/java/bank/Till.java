package bank;

import dev.holdfast.Idempotent;
import dev.holdfast.Idempotent.Concurrent;
import dev.holdfast.Retry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Takes payments whose keys are rows of the same transaction. */
@Service
public class Till {

  private static final String TRANSACTION = "transaction";

  private final Bookings bookings;
  private final JdbcTemplate database;
  private final Trouble trouble;
  private final AtomicInteger receipts = new AtomicInteger();

  Till(Bookings bookings, JdbcTemplate database, Trouble trouble) {
    this.bookings = bookings;
    this.database = database;
    this.trouble = trouble;
  }

  /** Books a payment, by JPA; fails after it if there is trouble. */
  @Transactional
  @Idempotent(key = "text", store = TRANSACTION)
  public String pay(String text) {
    bookings.save(new Booking(text));
    trouble.strike();
    return receipt(text);
  }

  /** Books a payment, by JDBC; tries again if there is trouble. */
  @Transactional
  @Retry(backoff = "0")
  @Idempotent(key = "text", store = TRANSACTION)
  public String payStubbornly(String text) {
    database.update("insert into booking (text) values (?)", text);
    trouble.strike();
    return receipt(text);
  }

  /** Books a payment unless another one with its key is being booked. */
  @Transactional
  @Idempotent(key = "text", store = TRANSACTION, concurrent = Concurrent.REJECT)
  public String payAtOnce(String text) throws InterruptedException {
    bookings.save(new Booking(text));
    trouble.await();
    return receipt(text);
  }

  /** Books a payment, and sees only what was there before it began. */
  @Transactional(isolation = Isolation.REPEATABLE_READ)
  @Retry(backoff = "0")
  @Idempotent(key = "text", store = TRANSACTION)
  public String payIsolated(String text) {
    bookings.save(new Booking(text));
    return receipt(text);
  }

  /** Books a payment in whatever transaction is open. */
  @Idempotent(key = "text", store = TRANSACTION)
  public String payInside(String text) {
    bookings.save(new Booking(text));
    return receipt(text);
  }

  /** Books a payment, by JDBC, in whatever transaction is open; the key is not part of it. */
  @Idempotent(key = "text")
  public String payApart(String text) {
    database.update("insert into booking (text) values (?)", text);
    return receipt(text);
  }

  /** Books a payment through a connection that somebody else commits. */
  @Idempotent(key = "text", store = TRANSACTION)
  public String payThrough(Connection connection, String text) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("insert into booking (text) values (?)")) {
      statement.setString(1, text);
      statement.executeUpdate();
    }
    return receipt(text);
  }

  /** No two are equal. */
  private String receipt(String text) {
    return text + " paid " + receipts.incrementAndGet();
  }
}
