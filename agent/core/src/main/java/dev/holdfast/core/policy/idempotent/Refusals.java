package dev.holdfast.core.policy.idempotent;

import dev.holdfast.CallRefusedException;
import dev.holdfast.DeadlineExceededException;
import dev.holdfast.DuplicateCallException;
import dev.holdfast.IdempotencyKeyMissingException;
import dev.holdfast.IdempotencyKeyReusedException;
import dev.holdfast.OutcomeUnknownException;
import dev.holdfast.StoreUnavailableException;
import dev.holdfast.core.call.EngineFault;
import dev.holdfast.core.store.StoredKey;
import dev.holdfast.core.time.DurationWords;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Words the refusals of one method. */
record Refusals(String guard) {

  CallRefusedException keyMissing(String source) {
    return new IdempotencyKeyMissingException(
        guard,
        "%s was called without an idempotency key: %s is absent or blank (expected: a key). Pass one, or set required = false."
            .formatted(guard, source),
        Duration.ZERO,
        null);
  }

  CallRefusedException inFlight(StoredKey key) {
    return duplicate(key, "is in flight");
  }

  CallRefusedException stillInFlight(StoredKey key, long waitedNanos) {
    return duplicate(key, "is still in flight after " + DurationWords.of(waitedNanos));
  }

  CallRefusedException interrupted(StoredKey key) {
    return duplicate(key, "may be in flight, and the wait for it was interrupted");
  }

  CallRefusedException deadlinePassed(StoredKey key) {
    return new DeadlineExceededException(
        guard,
        "the deadline passed while %s waited for a call with key %s"
            .formatted(guard, key.shortHash()),
        Duration.ZERO,
        null);
  }

  CallRefusedException unusable(StoredKey key, String reason, @Nullable Throwable cause) {
    return unknown(
        "a call of %s with key %s is done, but its result cannot be given again: %s"
            .formatted(guard, key.shortHash(), reason),
        cause);
  }

  CallRefusedException reused(StoredKey key) {
    return new IdempotencyKeyReusedException(
        guard,
        "key %s of %s was used with other arguments; nothing ran".formatted(key.shortHash(), guard),
        Duration.ZERO,
        null);
  }

  CallRefusedException unknown(StoredKey key, String how) {
    return unknown(
        "an earlier call of %s with key %s %s: its effect may have happened; nothing ran"
            .formatted(guard, key.shortHash(), how),
        null);
  }

  CallRefusedException unavailable(Throwable failure) {
    return new StoreUnavailableException(
        guard,
        "the store of %s cannot be reached: %s; nothing ran".formatted(guard, News.reason(failure)),
        Duration.ZERO,
        failure);
  }

  /** The effect is there, and its outcome is not: they must not be committed. */
  CallRefusedException uncompleted(StoredKey key, Throwable failure) {
    return new StoreUnavailableException(
        guard,
        "the outcome of %s with key %s cannot be written: %s; its transaction must be rolled back"
            .formatted(guard, key.shortHash(), News.reason(failure)),
        Duration.ZERO,
        failure);
  }

  /** A fault of the agent before anything ran. */
  CallRefusedException fault(Throwable fault) {
    return EngineFault.refusal(guard, fault);
  }

  private CallRefusedException duplicate(StoredKey key, String state) {
    return new DuplicateCallException(
        guard,
        "a call of %s with key %s %s".formatted(guard, key.shortHash(), state),
        Duration.ZERO,
        null);
  }

  private CallRefusedException unknown(String message, @Nullable Throwable cause) {
    return new OutcomeUnknownException(guard, message, Duration.ZERO, cause);
  }
}
