package dev.holdfast.store.jdbc;

/**
 * The statements of {@link H2KeyTable}; states are those of {@link PostgresKeySql}. Times are those
 * of the transaction's begin, which is what H2 takes for now.
 */
final class H2KeySql {

  static final String COUNT_TABLES =
      """
      select count(*) from information_schema.tables
      where table_schema = schema() and lower(table_name) in ('holdfast_schema', 'holdfast_call')
      """;

  static final String READ =
      """
      select state, fingerprint, outcome from holdfast_call
      where digest = ? and expires > current_timestamp
      """;

  static final String REMOVE =
      "delete from holdfast_call where digest = ? and expires <= current_timestamp";

  static final String INSERT =
      """
      insert into holdfast_call
        (digest, name, fingerprint, state, token, owner, takeovers, lease_ends, expires,
          sweep_after)
      values (?, ?, ?, 'F', 0, 'transaction', 0, current_timestamp,
        dateadd(millisecond, ?, current_timestamp), dateadd(millisecond, ?, current_timestamp))
      """;

  static final String COMPLETE =
      """
      update holdfast_call set
        state = 'C', outcome = ?, expires = dateadd(millisecond, ?, current_timestamp)
      where digest = ? and state = 'F'
      """;

  static final String RELEASE = "delete from holdfast_call where digest = ? and state = 'F'";

  static final String SWEEP =
      """
      delete from holdfast_call
      where sweep_after <= current_timestamp and expires <= current_timestamp
      fetch first ? rows only
      """;

  static final String READ_PATIENCE = "select lock_timeout()";
  static final String SET_PATIENCE = "set lock_timeout ";

  private H2KeySql() {}
}
