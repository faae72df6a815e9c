package dev.holdfast.store.jdbc;

/**
 * The statements of {@link PostgresKeyTable}. A row is in state {@code F} while its transaction is
 * open, which nobody else sees, and {@code C} when it commits; times are those of the clock, not of
 * the transaction's begin.
 */
final class PostgresKeySql {

  /**
   * Reads first: a duplicate of a finished call locks nothing and writes nothing. Answers with the
   * row that it wrote or found, or that somebody else holds the key; with nothing, if that somebody
   * has ended meanwhile.
   */
  static final String CLAIM =
      """
      with request (digest, name, fingerprint, ttl, lock) as (
        select ?, ?, ?::text, ? * interval '1 millisecond', ?::bigint
      ), known as materialized (
        select c.state, c.fingerprint, c.outcome
        from holdfast_call c join request r on c.digest = r.digest
        where c.expires > clock_timestamp()
      ), lock as materialized (
        select pg_try_advisory_xact_lock(lock) as is_held from request
        where not exists (select from known)
      ), claimed as (
        insert into holdfast_call as c
          (digest, name, fingerprint, state, token, owner, takeovers, lease_ends, expires,
            sweep_after)
        select digest, name, fingerprint, 'F', 0, 'transaction', 0, clock_timestamp(),
          clock_timestamp() + ttl, clock_timestamp() + ttl
        from request where (select is_held from lock)
        on conflict (digest) do update set
          fingerprint = excluded.fingerprint, state = 'F', token = 0, owner = excluded.owner,
          takeovers = 0, lease_ends = excluded.lease_ends, expires = excluded.expires,
          sweep_after = excluded.sweep_after, outcome = null
        where c.expires <= clock_timestamp()
        returning c.digest
      )
      select 'A' as state, null as fingerprint, null as outcome from claimed
      union all select state, fingerprint, outcome from known
      union all select 'W', null, null from lock where not is_held
      """;

  static final String COMPLETE =
      """
      update holdfast_call set
        state = 'C', outcome = ?, expires = clock_timestamp() + ? * interval '1 millisecond'
      where digest = ? and state = 'F'
      """;

  static final String RELEASE = "delete from holdfast_call where digest = ? and state = 'F'";

  static final String SAVE = "savepoint holdfast";
  static final String FORGET = "release savepoint holdfast";
  static final String UNDO = "rollback to savepoint holdfast; release savepoint holdfast";

  /**
   * Waits for the lock and gives it back: all who wait go on at once. Shared, as nobody here wants
   * to be alone.
   */
  static final String AWAIT =
      """
      savepoint holdfast;
      set local lock_timeout = %s;
      select pg_advisory_xact_lock_shared(%s);
      rollback to savepoint holdfast;
      release savepoint holdfast
      """;

  /**
   * As a part of the application's transaction. A row is deleted only with the lock on its key, so
   * that who claims it meanwhile is told, and waits no longer than it wants to.
   */
  static final String SWEEP =
      """
      with due as materialized (
        select digest from holdfast_call
        where sweep_after <= now() and expires <= now()
          and (select pg_try_advisory_xact_lock(%s))
        order by sweep_after limit ? for update skip locked
      ), free as materialized (
        select digest from due
        where pg_try_advisory_xact_lock(('x' || substr(digest, 1, 16))::bit(64)::bigint)
      )
      delete from holdfast_call where digest in (select digest from free)
      """
          .formatted(Long.toString(PostgresSchema.LOCK + 1));

  /**
   * As a part of the application's transaction, which others have to wait for that want to create
   * the same; but not for long, as it may be waiting for them. The transaction remembers that it
   * did that.
   */
  static final String CREATE =
      """
      savepoint holdfast;
      select set_config('holdfast.lock_timeout', current_setting('lock_timeout'), true);
      set local lock_timeout = 5000;
      select pg_advisory_xact_lock(%s);
      %s
      select set_config('lock_timeout', current_setting('holdfast.lock_timeout'), true);
      select set_config('holdfast.creator', 'this', true);
      release savepoint holdfast
      """
          .formatted(Long.toString(PostgresSchema.LOCK), PostgresSchema.DDL);

  static final String OUTLASTS =
      "select coalesce(current_setting('holdfast.creator', true), '') <> 'this'";

  private PostgresKeySql() {}
}
