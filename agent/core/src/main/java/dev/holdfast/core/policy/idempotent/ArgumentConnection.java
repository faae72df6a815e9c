package dev.holdfast.core.policy.idempotent;

import dev.holdfast.core.call.OpenConnection;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** A connection that was handed to the method. Where it came from nobody knows. */
record ArgumentConnection(Connection connection, ArgumentFailure failure)
    implements OpenConnection {

  @Override
  public Optional<Connection> another() {
    return Optional.empty();
  }

  @Override
  public Throwable broken(String message, SQLException cause) {
    return failure.of(message, cause);
  }
}
