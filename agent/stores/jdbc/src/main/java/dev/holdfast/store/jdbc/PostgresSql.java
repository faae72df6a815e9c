package dev.holdfast.store.jdbc;

/**
 * The statements. Each is one step, one round trip and one transaction; time is the database's.
 *
 * <p>A row is in state {@code F}, in flight, {@code C}, completed, or {@code X}, failed. It counts
 * until it {@code expires}, and may be swept some time after that: {@code sweep_after}, which is
 * indexed, stays as it was set by the claim, so that later updates of a row touch no index.
 */
final class PostgresSql {

  /**
   * Claims a key that nobody has claimed, as nearly all are: of all ways to do that the one that
   * costs the database least. Answers with the token, or with nothing if there is a row. That is
   * looked for first, so that a duplicate writes nothing, and takes no token out of the sequence,
   * which is written every now and then.
   */
  static final String CLAIM_NEW =
      """
      insert into holdfast_call
        (digest, name, fingerprint, state, token, owner, takeovers, lease_ends, expires,
          sweep_after)
      select ?, ?, ?, 'F', nextval('holdfast_token'), ?, 0, now() + ? * interval '1 millisecond',
        now() + ? * interval '1 millisecond', now() + ? * interval '1 millisecond'
      where not exists (select from holdfast_call where digest = ?)
      on conflict do nothing
      returning token
      """;

  /**
   * The same for many keys, in their order, so that two who do it do not wait for each other in a
   * circle. Answers with those that it claimed, by their owners. There is no look for rows first: a
   * plan that joins could be made while the table is small, and be kept when it has grown.
   */
  static final String CLAIM_ALL_NEW =
      """
      insert into holdfast_call
        (digest, name, fingerprint, state, token, owner, takeovers, lease_ends, expires,
          sweep_after)
      select digest, name, fingerprint, 'F', nextval('holdfast_token'), owner, 0,
        now() + lease * interval '1 millisecond', now() + (lease + ttl) * interval '1 millisecond',
        now() + ttl * interval '1 millisecond'
      from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[])
        as claim (digest, name, fingerprint, owner, lease, ttl)
      order by digest
      on conflict do nothing
      returning owner, token
      """;

  /**
   * Claims a key of which there is a row. Reads first: a duplicate writes nothing, and waits for no
   * disk. Answers with the row it wrote, or else with the row that it found; with none, or one that
   * is no longer in the way, if somebody else was faster.
   */
  static final String CLAIM =
      """
      with request (digest, name, fingerprint, owner, lease, ttl, takes_over) as (
        select ?, ?, ?::text, ?, ? * interval '1 millisecond', ? * interval '1 millisecond', ?
      ), known as materialized (
        select c.*,
          c.state = 'F' and c.lease_ends <= now() and r.takes_over
            and coalesce(c.fingerprint = r.fingerprint, true) as is_free
        from holdfast_call c join request r on c.digest = r.digest
        where c.expires > now()
      ), claimed as (
        insert into holdfast_call as c
          (digest, name, fingerprint, state, token, owner, takeovers, lease_ends, expires,
            sweep_after)
        select digest, name, fingerprint, 'F', nextval('holdfast_token'), owner, 0, now() + lease,
          now() + lease + ttl, now() + ttl
        from request
        where not exists (select from known where not is_free)
        on conflict (digest) do update set
          fingerprint = excluded.fingerprint, state = 'F', token = nextval('holdfast_token'),
          owner = excluded.owner,
          takeovers = case when c.expires <= now() then 0 else c.takeovers + 1 end,
          lease_ends = excluded.lease_ends, expires = excluded.expires,
          sweep_after = excluded.sweep_after, outcome = null
        where c.expires <= now() or (c.state = 'F' and c.lease_ends <= now()
          and (select takes_over from request)
          and coalesce(c.fingerprint = excluded.fingerprint, true))
        returning c.token, c.takeovers
      )
      select 'A' as state, token, takeovers, null as fingerprint, null as owner, 0 as left_micros,
        null as outcome
      from claimed
      union all
      select state, token, takeovers, fingerprint, owner,
        (extract(epoch from lease_ends - now()) * 1000000)::bigint, outcome
      from known where not exists (select from claimed)
      """;

  static final String RENEW =
      """
      update holdfast_call set
        expires = now() + ? * interval '1 millisecond' + (expires - lease_ends),
        lease_ends = now() + ? * interval '1 millisecond'
      where digest = ? and token = ? and state = 'F' and expires > now()
      """;

  /**
   * Also where it was done already with the same outcome, known by its MD5: then the answer was
   * lost on its way.
   */
  static final String SETTLE =
      """
      update holdfast_call set
        state = ?, outcome = ?, expires = now() + ? * interval '1 millisecond'
      where digest = ? and token = ? and expires > now()
        and (state = 'F' or (state = ? and md5(outcome) = ?))
      """;

  static final String RELEASE =
      """
      delete from holdfast_call
      where digest = ? and token = ? and state = 'F' and expires > now()
      """;

  /** By one instance at a time; others find nothing to do. */
  static final String SWEEP =
      """
      delete from holdfast_call where digest = any (array(
        select digest from holdfast_call
        where sweep_after <= now() and expires <= now()
          and (select pg_try_advisory_xact_lock(%s))
        order by sweep_after limit ? for update skip locked))
      """
          .formatted(Long.toString(PostgresSchema.LOCK + 1));

  private PostgresSql() {}
}
