package dev.holdfast.core.policy.idempotent;

import dev.holdfast.DuplicateCallException;
import dev.holdfast.IdempotencyKeyReusedException;
import dev.holdfast.OutcomeUnknownException;
import dev.holdfast.core.call.Call;
import dev.holdfast.core.pipeline.Access;
import dev.holdfast.core.policy.idempotent.data.ResultCodec;
import dev.holdfast.core.policy.idempotent.data.StoredOutcome;
import dev.holdfast.core.policy.idempotent.data.Unstorable;
import dev.holdfast.core.store.Claim;
import dev.holdfast.core.store.StoredKey;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What duplicates get: what was kept of the call that was made, or why they get nothing. */
record Replays(String guard, ResultCodec codec, @Nullable ClassLoader loader, Access access) {

  /** Answers a claim that was not acquired. */
  @Nullable Object answer(Call call, StoredKey key, Claim claim) throws Throwable {
    if (claim instanceof Claim.Completed completed) {
      return outcome(call, key, completed.result());
    }
    if (claim instanceof Claim.Failed failed) {
      return outcome(call, key, failed.failure());
    }
    if (claim instanceof Claim.Mismatch) {
      throw new IdempotencyKeyReusedException(
          guard, key + " was used with other arguments", Duration.ZERO, null);
    }
    if (claim instanceof Claim.InFlight inFlight) {
      throw new DuplicateCallException(
          guard, "a call with " + key + " is in progress", inFlight.left(), null);
    }
    throw unknown(key, "its holder was lost");
  }

  private @Nullable Object outcome(Call call, StoredKey key, String text) throws Throwable {
    StoredOutcome outcome;
    try {
      outcome = codec.read(text);
    } catch (Unstorable unreadable) {
      throw unknown(key, "what was kept of it cannot be read: " + unreadable.getMessage());
    }
    if (outcome instanceof StoredOutcome.Returned returned) {
      return returned.result();
    }
    if (outcome instanceof StoredOutcome.Threw threw) {
      throw call.threw(again(key, threw));
    }
    throw outcome instanceof StoredOutcome.Unusable unusable
        ? unknown(key, "it is done, but its result could not be kept: " + unusable.reason())
        : unknown(key, "it failed in a way after which its effect may have happened");
  }

  /** The remembered failure, made anew by its constructor that takes a message, or by none. */
  private Throwable again(StoredKey key, StoredOutcome.Threw threw) {
    try {
      Class<?> type = Class.forName(threw.type(), false, loader);
      Lookup lookup = access.in(type);
      return (Throwable) make(lookup, type, threw.message());
    } catch (Throwable cannotBeMade) {
      return unknown(key, "it failed with " + threw.type() + ": " + threw.message());
    }
  }

  private static Object make(Lookup lookup, Class<?> type, @Nullable String message)
      throws Throwable {
    try {
      MethodHandle constructor =
          lookup.findConstructor(type, MethodType.methodType(void.class, String.class));
      return constructor.invoke(message);
    } catch (NoSuchMethodException none) {
      return lookup.findConstructor(type, MethodType.methodType(void.class)).invoke();
    }
  }

  private OutcomeUnknownException unknown(StoredKey key, String why) {
    return new OutcomeUnknownException(
        guard, "how the call with " + key + " ended is unknown: " + why, Duration.ZERO, null);
  }
}
