package dev.holdfast.core.call;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** A connection of the application that has a transaction open. It is used, and never closed. */
public interface OpenConnection {

  /** The connection itself; it commits when its owner has it commit. */
  Connection connection();

  /** Gives further connections to the same database; they have nothing to do with this one. */
  Optional<DataSource> source();

  /**
   * What to throw where this transaction cannot go on, and another one may well succeed: of a type
   * that whoever owns the connection knows, and that is no refusal.
   */
  Throwable broken(String message, SQLException cause);
}
