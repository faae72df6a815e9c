package dev.holdfast.core.policy.idempotent;

import dev.holdfast.Idempotent.OnUnavailable;
import dev.holdfast.Idempotent.OnUnknown;
import dev.holdfast.core.call.Call;
import dev.holdfast.core.call.HeldKey;
import dev.holdfast.core.call.Scope;
import dev.holdfast.core.pipeline.Binding;
import dev.holdfast.core.pipeline.Futures;
import dev.holdfast.core.pipeline.Services;
import dev.holdfast.core.policy.idempotent.data.Fingerprint;
import dev.holdfast.core.policy.idempotent.data.ResultCodec;
import dev.holdfast.core.policy.idempotent.data.Unstorable;
import dev.holdfast.core.store.ClaimDesk;
import dev.holdfast.core.store.ClaimRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the stages of one method share: its keys, the desk at which they are claimed, and what to
 * make of the desk's answers.
 *
 * @param firstArgument the place of the first parameter's argument
 */
record Deduplication(
    String guard,
    IdempotentSpec spec,
    Keys keys,
    Optional<Fingerprint> fingerprint,
    int firstArgument,
    Replies replies,
    ResultCodec codec,
    ClaimDesk desk,
    Services services,
    AnswerLine answers,
    News news,
    Refusals refusals) {

  static Deduplication bind(IdempotentSpec spec, Binding binding, ClaimDesk desk) {
    News news = new News(binding);
    Services services = binding.services();
    Refusals refusals = new Refusals(binding.guard());
    ResultCodec codec = new ResultCodec(spec.results(), binding.loader(), services.access());
    FailureMaker failures =
        new FailureMaker(spec.remembered(), binding.loader(), services.access());
    return new Deduplication(
        binding.guard(),
        spec,
        Keys.bind(spec.source(), binding, news::unprotected),
        spec.compared()
            .map(
                compared ->
                    new Fingerprint(compared.shapes(), binding.loader(), services.access())),
        binding.method().method().isStatic() ? 0 : 1,
        new Replies(codec, failures, news, refusals),
        codec,
        desk,
        services,
        services
            .states()
            .shared(
                AnswerLine.class, "", () -> new AnswerLine(services.workers(), services.time())),
        news,
        refusals);
  }

  /**
   * The key of a call, also put where the call carries it; null if it has none and needs none.
   *
   * @throws Throwable the refusal of a call without a key, or what an accessor of the application
   *     threw
   */
  @Nullable CallKey key(Call call) throws Throwable {
    CallKey key = keys.of(call);
    if (key != null) {
      keys.fill(call, key);
      call.deriveKeysFrom(key);
      return key;
    }
    news.count(Tally.MISSING_KEY);
    if (spec.isRequired()) {
      throw refusals.keyMissing(spec.source().description());
    }
    if (spec.source().keyParameter().isPresent()) {
      call.forgoKey();
    }
    return null;
  }

  /** Whether the call is made inside one that holds the same key, and so is a part of it. */
  boolean isNested(Scope scope, CallKey key) {
    boolean isNested = isHeld(scope, key);
    if (isNested) {
      news.count(Tally.NESTED);
    }
    return isNested;
  }

  /** The same, without counting. */
  boolean isHeld(Scope scope, CallKey key) {
    HeldKey held = scope.held();
    return held != null && held.holds(identity(key));
  }

  /**
   * A result as it is stored. Whatever goes wrong here, the call has been made, and must not be
   * made again.
   *
   * @param longest how many characters it may take
   */
  String text(CallKey key, @Nullable Object result, int longest) {
    String reason;
    try {
      if (!Futures.isAbsent(result)) {
        return codec.returned(result, longest);
      }
      reason = "there was none, but null in place of a future";
    } catch (Unstorable unstorable) {
      reason = unstorable.reason();
    } catch (Throwable fault) {
      reason = "a fault of the agent: " + fault.getClass().getName();
    }
    news.unstorable(key.stored(), reason);
    return ResultCodec.unusable(reason);
  }

  /** Tells the key from all others, those of other stores too. */
  Object identity(CallKey key) {
    return new Identity(desk, key);
  }

  /** What is asked of a store for a call. */
  ClaimRequest request(CallKey key, Optional<String> fingerprint) {
    return new ClaimRequest(
        key.stored(), fingerprint, spec.lease(), spec.ttl(), spec.onUnknown() == OnUnknown.RUN);
  }

  /** What tells calls with one key apart; empty if nothing does. */
  Optional<String> fingerprint(Call call) {
    return fingerprint.map(print -> print.of(call.arguments(), firstArgument));
  }

  /**
   * Lets a call go on without the store.
   *
   * @throws dev.holdfast.StoreUnavailableException if it may not
   */
  void goUnguarded(Throwable failure) {
    news.count(Tally.UNAVAILABLE);
    if (spec.onUnavailable() == OnUnavailable.REFUSE) {
      throw refusals.unavailable(failure);
    }
    news.unguarded(failure);
  }

  private record Identity(ClaimDesk desk, Object stored) {

    Identity(ClaimDesk desk, CallKey key) {
      this(desk, key.stored());
    }
  }
}
