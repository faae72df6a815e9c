package dev.holdfast.store.jdbc;

/** The table of keys in H2; the same columns as in PostgreSQL. */
final class H2Schema {

  /** What creates all there is, for those who may not let the agent do it. */
  static final String DDL =
      """
      create table if not exists holdfast_schema (
        version integer primary key
      );
      create table if not exists holdfast_call (
        digest varchar(64) primary key,
        name varchar not null,
        fingerprint varchar(64),
        state varchar(1) not null,
        token bigint not null,
        owner varchar not null,
        takeovers integer not null,
        lease_ends timestamp with time zone not null,
        expires timestamp with time zone not null,
        sweep_after timestamp with time zone not null,
        outcome character large object
      );
      create index if not exists holdfast_call_sweep on holdfast_call (sweep_after);
      merge into holdfast_schema (version) values (1);
      """;

  private H2Schema() {}
}
