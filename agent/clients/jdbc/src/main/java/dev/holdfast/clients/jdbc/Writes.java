package dev.holdfast.clients.jdbc;

import dev.holdfast.core.call.Requests;
import dev.holdfast.core.call.Scopes;
import java.sql.SQLException;
import java.sql.Statement;

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
    if (commitsItself(statement)) {
      requests.write(false, true);
    } else {
      requests.pend();
    }
  }

  /** A transaction is about to be committed. */
  static void noteCommit() {
    Requests requests = Scopes.current().requests();
    if (requests != null) {
      requests.commit();
    }
  }

  /** A transaction is about to be rolled back. */
  static void noteRollback() {
    Requests requests = Scopes.current().requests();
    if (requests != null) {
      requests.rollback();
    }
  }

  private static boolean commitsItself(Statement statement) {
    try {
      return statement.getConnection().getAutoCommit();
    } catch (SQLException closed) {
      return false;
    }
  }
}
