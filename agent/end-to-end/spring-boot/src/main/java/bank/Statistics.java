package bank;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Has the database's statistics told what every connection of the pool did. */
@RestController
class Statistics {

  private static final int POOL = 2;

  /** Reads a table, because a connection that has only transactions to tell of does not. */
  private static final String TELL = "select pg_stat_force_next_flush(), count(*) from pg_am";

  private final DataSource pool;

  Statistics(DataSource pool) {
    this.pool = pool;
  }

  /** Answers how many transactions that took; they are counted too. */
  @PostMapping("/statistics")
  int tell() throws SQLException {
    List<Connection> all = new ArrayList<>();
    try {
      while (all.size() < POOL) {
        Connection connection = pool.getConnection();
        all.add(connection);
        connection.createStatement().execute(TELL);
      }
      return all.size();
    } finally {
      for (Connection connection : all) {
        connection.close();
      }
    }
  }
}
