package bank;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/**
 * The server's database: what is written takes part in the thread's transaction. Counts how the
 * transactions end in which something was written.
 */
final class Book {

  static final AtomicInteger COMMITTED = new AtomicInteger();
  static final AtomicInteger ROLLED_BACK = new AtomicInteger();

  private static final String SOURCE = "java:comp/DefaultDataSource";
  private static final String REGISTRY = "java:comp/TransactionSynchronizationRegistry";

  private Book() {}

  /** Makes the table. */
  static void open() throws SQLException {
    try (Connection connection = named(SOURCE, DataSource.class).getConnection();
        PreparedStatement table =
            connection.prepareStatement("create table if not exists written (text varchar(80))")) {
      table.execute();
    }
  }

  static void write(String text) {
    try (Connection connection = named(SOURCE, DataSource.class).getConnection();
        PreparedStatement insert = connection.prepareStatement("insert into written values (?)")) {
      insert.setString(1, text);
      insert.executeUpdate();
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
    TransactionSynchronizationRegistry registry =
        named(REGISTRY, TransactionSynchronizationRegistry.class);
    if (registry.getResource(Book.class) == null) {
      registry.putResource(Book.class, "counted");
      registry.registerInterposedSynchronization(new End());
    }
  }

  /** The committed rows of that text. */
  static int rows(String text) throws SQLException {
    try (Connection connection = named(SOURCE, DataSource.class).getConnection();
        PreparedStatement count =
            connection.prepareStatement("select count(*) from written where text = ?")) {
      count.setString(1, text);
      try (ResultSet counted = count.executeQuery()) {
        counted.next();
        return counted.getInt(1);
      }
    }
  }

  @SuppressWarnings("BanJNDI") // The names are constants.
  private static <T> T named(String name, Class<T> type) {
    try {
      return type.cast(new InitialContext().lookup(name));
    } catch (NamingException absent) {
      throw new IllegalStateException(absent);
    }
  }

  private static final class End implements Synchronization {

    @Override
    public void beforeCompletion() {
      // Only the end counts.
    }

    @Override
    public void afterCompletion(int status) {
      (status == Status.STATUS_COMMITTED ? COMMITTED : ROLLED_BACK).incrementAndGet();
    }
  }
}
