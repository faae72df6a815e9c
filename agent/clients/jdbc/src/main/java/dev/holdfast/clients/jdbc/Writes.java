package dev.holdfast.clients.jdbc;

import dev.holdfast.core.call.Requests;
import dev.holdfast.core.call.Scopes;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Notes what an attempt has done to a database, and what may have happened when it fails. A
 * statement has its effect when it is executed if it is committed by itself, else at the commit; a
 * query has none.
 */
final class Writes {

  private Writes() {}

  /** A statement is about to be executed that may change something. */
  static void note(Statement statement) {
    Requests requests = Scopes.current().requests();
    if (requests == null) {
      return;
    }
    Object transaction = transaction(statement);
    if (transaction == null) {
      requests.write(false, true);
    } else {
      requests.pend(transaction);
    }
  }

  /**
   * The connection whose commit the statement's effect waits for. Null: there is none, or the
   * driver does not say.
   */
  private static @Nullable Object transaction(Statement statement) {
    try {
      Connection connection = statement.getConnection();
      return connection == null || connection.getAutoCommit() ? null : connection;
    } catch (SQLFeatureNotSupportedException | RuntimeException | LinkageError unknown) {
      return null;
    } catch (SQLException closed) {
      return statement;
    }
  }

  /** The body, after a method of this class that takes the same, all as {@code Object}. */
  static MethodHandle noting(String note, MethodHandle body) throws ReflectiveOperationException {
    MethodHandle erased = body.asType(body.type().erase());
    MethodHandle first = MethodHandles.lookup().findStatic(Writes.class, note, erased.type());
    return MethodHandles.foldArguments(erased, first).asType(body.type());
  }

  /** A transaction is about to be committed. */
  static void commit(Object connection) {
    Requests requests = Scopes.current().requests();
    if (requests != null) {
      requests.commit();
    }
  }

  /** A transaction is about to be rolled back. */
  static void rollback(Object connection) {
    Requests requests = Scopes.current().requests();
    if (requests != null) {
      requests.rollback(connection);
    }
  }

  /** From now on statements are committed by themselves, or not; a transaction that is open is. */
  static void setAutoCommit(Object connection, boolean commitsItself) {
    Requests requests = Scopes.current().requests();
    if (requests != null && commitsItself) {
      requests.commit(connection);
    }
  }
}
