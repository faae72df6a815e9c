package dev.holdfast.core.policy.idempotent;

import dev.holdfast.core.event.Event;
import dev.holdfast.core.store.StoredKey;

/** Something about an idempotent method that somebody should know. */
sealed interface IdempotentEvent extends Event {

  @Override
  default Severity severity() {
    return Severity.WARN;
  }

  /**
   * A call is made although an earlier one with its key may have had its effect. Whoever has to put
   * an effect right that happened twice finds each such key in the log.
   */
  record TookOver(String guard, StoredKey key) implements IdempotentEvent {
    @Override
    public boolean isToldEachTime() {
      return true;
    }

    @Override
    public String sentence() {
      return "%s runs again for key %s: the holder of the key was lost"
          .formatted(guard, key.shortHash());
    }
  }

  /** A call has ended whose key was taken over meanwhile. */
  record Lost(String guard, StoredKey key) implements IdempotentEvent {
    @Override
    public String sentence() {
      return "%s lost key %s while it ran: its effect may have happened again, by the call that took the key over"
          .formatted(guard, key.shortHash());
    }
  }

  /**
   * The effect of a failed call may have happened, and its key stays.
   *
   * @param failure its type
   */
  record Kept(String guard, StoredKey key, String failure) implements IdempotentEvent {
    @Override
    public String sentence() {
      return "%s failed with %s for key %s, which stays: its effect may have happened"
          .formatted(guard, failure, key.shortHash());
    }
  }

  /** A call is done, but its result cannot be given to duplicates. */
  record Unstorable(String guard, StoredKey key, String reason) implements IdempotentEvent {
    @Override
    public String sentence() {
      return "the result of %s for key %s cannot be stored, and duplicates are refused: %s"
          .formatted(guard, key.shortHash(), reason);
    }
  }

  /** A call has ended, and the store could not be told how. */
  record NotStored(String guard, StoredKey key, String reason) implements IdempotentEvent {
    @Override
    public String sentence() {
      return "the outcome of %s for key %s was not stored: %s"
          .formatted(guard, key.shortHash(), reason);
    }
  }

  /** A call is made without protection, because the store cannot be reached. */
  record Unguarded(String guard, String reason) implements IdempotentEvent {
    @Override
    public String sentence() {
      return "%s runs unguarded, because its store cannot be reached: %s".formatted(guard, reason);
    }
  }

  /** Keys that come with requests belong to nobody. */
  record Unprotected(String guard) implements IdempotentEvent {
    @Override
    public String sentence() {
      return "%s takes keys from requests of nobody in particular: who guesses a key reads its result. Set a scope, or authenticate"
          .formatted(guard);
    }
  }
}
