package dev.holdfast.core.call;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** A connection of the application that has a transaction open. It is used, and never closed. */
public interface OpenConnection {

  /** The connection itself; it commits when its owner has it commit. */
  Connection connection();

  /**
   * A further connection to the same database, which has nothing to do with this one; to be closed
   * by who asks. Empty where nobody knows how to get one.
   */
  Optional<Connection> another() throws SQLException;

  /**
   * What to throw where this transaction cannot go on, and another one may well succeed: of a type
   * that whoever owns the connection knows, and that is no refusal.
   */
  Throwable broken(String message, SQLException cause);
}
