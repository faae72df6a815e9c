package dev.holdfast.core.policy.idempotent;

import dev.holdfast.core.call.Call;
import dev.holdfast.core.policy.idempotent.data.ResultCodec;
import dev.holdfast.core.policy.idempotent.data.StoredOutcome;
import dev.holdfast.core.policy.idempotent.data.Unstorable;
import dev.holdfast.core.store.Claim;
import dev.holdfast.core.store.StoredKey;
import org.jspecify.annotations.Nullable;

/** What a call gets that is not made, because another one with its key was, or is. */
record Replies(ResultCodec codec, FailureMaker failures, News news, Refusals refusals) {

  /**
   * Answers a call by what was claimed, anything but {@link Claim.Acquired}.
   *
   * @throws Throwable a refusal, or a remembered failure, noted on the call
   */
  @Nullable Object reply(Call call, StoredKey key, Claim claim) throws Throwable {
    if (claim instanceof Claim.Completed completed) {
      return stored(call, key, completed.result());
    }
    if (claim instanceof Claim.Failed failed) {
      return stored(call, key, failed.failure());
    }
    if (claim instanceof Claim.Mismatch) {
      news.count(Tally.REUSED_KEY);
      throw refusals.reused(key);
    }
    if (claim instanceof Claim.Unknown) {
      news.count(Tally.UNKNOWN);
      throw refusals.unknown(key, "was lost by its holder");
    }
    news.count(Tally.DUPLICATE);
    throw refusals.inFlight(key);
  }

  private @Nullable Object stored(Call call, StoredKey key, String text) throws Throwable {
    StoredOutcome outcome;
    Throwable failure = null;
    try {
      outcome = codec.read(text);
      if (outcome instanceof StoredOutcome.Threw threw) {
        failure = failures.make(threw);
      }
    } catch (Unstorable unreadable) {
      news.count(Tally.UNKNOWN);
      throw refusals.unusable(key, unreadable.reason(), unreadable.getCause());
    }
    if (failure != null) {
      news.count(Tally.REPLAYED_FAILURE);
      throw call.threw(failure);
    }
    if (outcome instanceof StoredOutcome.Returned returned) {
      news.count(Tally.REPLAYED);
      return call.returned(returned.result());
    }
    if (outcome instanceof StoredOutcome.Unusable unusable) {
      news.count(Tally.UNKNOWN);
      throw refusals.unusable(key, unusable.reason(), null);
    }
    news.count(Tally.UNKNOWN);
    throw refusals.unknown(key, "failed");
  }
}
