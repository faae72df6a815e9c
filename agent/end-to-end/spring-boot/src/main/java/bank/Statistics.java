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

  private final DataSource pool;

  Statistics(DataSource pool) {
    this.pool = pool;
  }

  /** A statement's own transaction is counted only after it has told. */
  @PostMapping("/statistics")
  void tell() throws SQLException {
    List<Connection> all = new ArrayList<>();
    try {
      while (all.size() < POOL) {
        Connection connection = pool.getConnection();
        all.add(connection);
        connection.createStatement().execute("select pg_stat_force_next_flush()");
      }
    } finally {
      for (Connection connection : all) {
        connection.close();
      }
    }
  }
}
