package ledger;

import com.arjuna.ats.jta.TransactionManager;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.XAConnection;
import org.h2.jdbcx.JdbcDataSource;

/** H2 in memory; what is written takes part in the thread's transaction. */
public final class Database {

  private static final JdbcDataSource SOURCE = new JdbcDataSource();

  static {
    SOURCE.setURL("jdbc:h2:mem:ledger;DB_CLOSE_DELAY=-1");
  }

  private Database() {}

  /** Makes the table. */
  public static void create() throws SQLException {
    try (Connection connection = SOURCE.getConnection();
        PreparedStatement table =
            connection.prepareStatement("create table entry (text varchar(80))")) {
      table.execute();
    }
  }

  /** The committed rows of that text. */
  public static int rows(String text) throws SQLException {
    try (Connection connection = SOURCE.getConnection();
        PreparedStatement count =
            connection.prepareStatement("select count(*) from entry where text = ?")) {
      count.setString(1, text);
      try (ResultSet counted = count.executeQuery()) {
        counted.next();
        return counted.getInt(1);
      }
    }
  }

  /** The connection stays open: its transaction is ended later. */
  static void write(String text) {
    try {
      XAConnection connection = SOURCE.getXAConnection();
      TransactionManager.transactionManager()
          .getTransaction()
          .enlistResource(connection.getXAResource());
      try (PreparedStatement insert =
          connection.getConnection().prepareStatement("insert into entry values (?)")) {
        insert.setString(1, text);
        insert.executeUpdate();
      }
    } catch (SQLException | RollbackException | SystemException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
