package dev.holdfast.core.store;

import dev.holdfast.core.event.Event;

/** Something about a store as a whole. */
public sealed interface StoreEvent extends Event {

  /** The store's name in the configuration; empty for the default one. */
  String store();

  @Override
  default String guard() {
    return store().isEmpty() ? "the default store" : "store " + store();
  }

  /** Results are kept in memory. */
  record IsLocal(String store) implements StoreEvent {

    @Override
    public Severity severity() {
      return Severity.INFO;
    }

    @Override
    public String sentence() {
      return guard()
          + " is this JVM's memory: results are not shared with other instances, and end with it";
    }
  }

  /**
   * Results went before their time because there was no room.
   *
   * @param evictions how many went so far
   */
  record Evicted(String store, long evictions, StoreLimits limits) implements StoreEvent {

    @Override
    public Severity severity() {
      return Severity.WARN;
    }

    @Override
    public String sentence() {
      return "%s evicted results before their time, %d so far (holds %d entries, %d MB): calls with their keys run again"
          .formatted(guard(), evictions, limits.entries(), limits.bytes() >> 20);
    }
  }

  /**
   * It cannot be reached.
   *
   * @param reason without anything secret in it
   */
  record Away(String store, String reason) implements StoreEvent {

    @Override
    public Severity severity() {
      return Severity.WARN;
    }

    @Override
    public String sentence() {
      return guard() + " cannot be reached: " + reason;
    }
  }

  /** It can be reached again. */
  record Back(String store) implements StoreEvent {

    @Override
    public Severity severity() {
      return Severity.INFO;
    }

    @Override
    public String sentence() {
      return guard() + " can be reached again";
    }
  }

  /**
   * It may lose what it was given.
   *
   * @param how and what can be done about it
   */
  record Weak(String store, String how) implements StoreEvent {

    @Override
    public Severity severity() {
      return Severity.WARN;
    }

    @Override
    public String sentence() {
      return guard() + " may lose results: " + how;
    }
  }
}
