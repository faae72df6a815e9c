package dev.holdfast.store.jdbc;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Connections straight from a driver. {@link java.sql.DriverManager} is never asked: it looks for
 * the drivers of the JVM once, through the context class loader of whoever asks first, and if that
 * were a thread of ours it would not find those of the application.
 */
record DirectSource(Driver driver, String url, Supplier<Properties> properties)
    implements DataSource {

  /**
   * Asks a driver that does not keep itself in the list of the JVM.
   *
   * @param properties of each connection
   */
  static DirectSource of(String url, Supplier<Properties> properties) throws SQLException {
    Driver driver = new org.postgresql.Driver();
    if (org.postgresql.Driver.isRegistered()) {
      org.postgresql.Driver.deregister();
    }
    return new DirectSource(driver, url, properties);
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = driver.connect(url, properties.get());
    if (connection == null) {
      throw new SQLException("the driver does not know such URLs");
    }
    return connection;
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public void setLogWriter(PrintWriter writer) {
    // There is no log of its own.
  }

  @Override
  public void setLoginTimeout(int seconds) {
    // The properties hold the limits.
  }

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }

  /** Without the URL and the properties. */
  @Override
  public String toString() {
    return "DirectSource";
  }
}
