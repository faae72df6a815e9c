package dev.holdfast.core.store.transaction;

import java.sql.SQLException;
import java.util.Set;

/**
 * What failures of databases mean to a transaction.
 *
 * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">SQLSTATE</a>
 */
public final class SqlStates {

  /** Standard: the transaction was rolled back, another one may succeed. */
  public static final String SERIALIZATION_FAILURE = "40001";

  /** PostgreSQL: an earlier statement failed, and the transaction can only be rolled back. */
  private static final String ABORTED = "25P02";

  /** PostgreSQL's and H2's: there is no such table. */
  private static final Set<String> ABSENT = Set.of("42P01", "42S02", "42S03", "42S04");

  private static final Set<String> READ_ONLY = Set.of("25006", "90097");

  private SqlStates() {}

  /** Whether the transaction cannot go on for what others did, and another one may succeed. */
  public static boolean isBroken(SQLException failure) {
    String state = state(failure);
    return state.startsWith("40") || state.equals(ABORTED);
  }

  /** Whether a table is absent. */
  public static boolean isAbsent(SQLException failure) {
    return ABSENT.contains(state(failure));
  }

  /** What a failure tells, without anything secret in it. */
  public static String describe(SQLException failure) {
    if (READ_ONLY.contains(state(failure))) {
      return "its transaction is read-only (expected: one that writes)";
    }
    return "the database answered with SQLSTATE " + state(failure);
  }

  private static String state(SQLException failure) {
    String state = failure.getSQLState();
    return state == null ? "unknown" : state;
  }
}
