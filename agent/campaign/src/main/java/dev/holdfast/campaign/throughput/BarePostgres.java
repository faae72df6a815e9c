package dev.holdfast.campaign.throughput;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** One insert and one update by primary key, through the same driver, pool and threads. */
record BarePostgres(HikariDataSource pool, ExecutorService threads, String result) implements Pair {

  private static final int CONNECTIONS = 10;

  static BarePostgres open(String url, String result) throws SQLException {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(CONNECTIONS);
    BarePostgres bare =
        new BarePostgres(
            new HikariDataSource(config), Executors.newFixedThreadPool(CONNECTIONS), result);
    bare.execute("drop table if exists bare");
    bare.execute("create table bare (key text primary key, result text)");
    return bare;
  }

  @Override
  public void run(String key) {
    step("insert into bare (key) values (?) on conflict do nothing", key);
    step("update bare set result = ? where key = ?", result, key);
  }

  private void step(String sql, String... parameters) {
    CompletableFuture.runAsync(() -> execute(sql, parameters), threads).join();
  }

  private void execute(String sql, String... parameters) {
    try (Connection connection = pool.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int index = 0; index < parameters.length; index++) {
        statement.setString(index + 1, parameters[index]);
      }
      statement.executeUpdate();
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
