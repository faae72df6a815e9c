package dev.holdfast.core.event;

/**
 * Something that happened to a guard and that somebody may want to be told of. An event carries the
 * whole new state, so that who receives it needs no second question. Seldom things only: what may
 * happen at every call is counted instead.
 */
public interface Event {

  /** The guard it happened to. */
  String guard();

  /** How loud it is told. */
  Severity severity();

  /** What happened, as one sentence without the guard's secrets: no arguments, no keys. */
  String sentence();

  /**
   * Whether each one is told by itself, however many come: for what somebody has to look into case
   * by case.
   */
  default boolean isToldEachTime() {
    return false;
  }

  /** How loud an event is told in the log. */
  enum Severity {
    DEBUG,
    INFO,
    WARN
  }
}
