package dev.holdfast.core.policy.idempotent;

import dev.holdfast.IdempotencyKeyMissingException;
import dev.holdfast.Idempotent;
import dev.holdfast.StoreUnavailableException;
import dev.holdfast.core.call.Call;
import dev.holdfast.core.call.Scopes;
import dev.holdfast.core.pipeline.AsyncStage;
import dev.holdfast.core.pipeline.Binding;
import dev.holdfast.core.pipeline.Observer;
import dev.holdfast.core.pipeline.Policy;
import dev.holdfast.core.pipeline.Services;
import dev.holdfast.core.pipeline.Stage;
import dev.holdfast.core.policy.idempotent.data.Fingerprint;
import dev.holdfast.core.policy.idempotent.data.ResultCodec;
import dev.holdfast.core.store.ClaimDesk;
import dev.holdfast.core.store.ClaimRequest;
import dev.holdfast.core.store.StoredKey;
import dev.holdfast.core.store.Stores;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Idempotency bound to one method.
 *
 * @param firstArgument the index of the first parameter's argument, 1 if a receiver comes before it
 */
record IdempotentPolicy(
    String guard,
    IdempotentSpec spec,
    CallKeys keys,
    Fingerprint fingerprint,
    int firstArgument,
    ClaimDesk desk,
    Endings endings,
    Replays replays,
    Services services,
    Function<String, LongAdder> counts)
    implements Policy {

  static IdempotentPolicy bind(IdempotentSpec spec, Binding binding) {
    Services services = binding.services();
    ClaimDesk desk = Stores.installed().find(spec.store(), services);
    ResultCodec codec = new ResultCodec(spec.results(), binding.loader(), services.access());
    return new IdempotentPolicy(
        binding.guard(),
        spec,
        CallKeys.bind(spec, binding),
        new Fingerprint(spec.compared(), binding.loader(), services.access()),
        binding.method().method().isStatic() ? 0 : 1,
        desk,
        new Endings(spec, codec, desk.longestResult()),
        new Replays(binding.guard(), codec, binding.loader(), services.access()),
        services,
        outcome -> binding.outcome("idempotent." + outcome));
  }

  @Override
  public Stage around(Stage next) {
    return new IdempotentStage(this, next);
  }

  @Override
  public AsyncStage aroundAsync(AsyncStage next) {
    return new AsyncIdempotentStage(this, next);
  }

  /** Watching claims nothing: another call's right would be taken. */
  @Override
  public Observer observer() {
    LongAdder unkeyed = counts.apply("would-miss-key");
    return call -> {
      try {
        if (keys.text(call) == null) {
          unkeyed.increment();
        }
      } catch (Throwable unreadable) {
        unkeyed.increment();
      }
      return (result, failure) -> {};
    };
  }

  /**
   * The key of a call; null when it has none and runs unguarded, or is part of a call that holds
   * it.
   */
  @Nullable CallKey key(Call call) throws Throwable {
    String text = keys.text(call);
    StoredKey stored = text == null ? null : keys.stored(call, text);
    if (text == null || stored == null) {
      if (spec.isRequired()) {
        throw new IdempotencyKeyMissingException(
            guard,
            guard + ": no idempotency key (expected: one by " + spec.key().text() + ")",
            Duration.ZERO,
            null);
      }
      counts.apply("unkeyed").increment();
      return null;
    }
    var held = Scopes.current().held();
    return held != null && held.holds(stored) ? null : new CallKey(text, stored);
  }

  /** A key as the application knows it, and as it is stored. */
  record CallKey(String text, StoredKey stored) {

    /** As callees outside the process may see it. */
    String outgoing() {
      return stored.uuid().toString();
    }
  }

  ClaimRequest request(Call call, StoredKey key) {
    Optional<String> compared =
        spec.compared().isEmpty()
            ? Optional.empty()
            : Optional.of(fingerprint.of(call.arguments(), firstArgument));
    boolean takesOver = spec.onUnknown() == Idempotent.OnUnknown.RUN;
    return new ClaimRequest(key, compared, spec.lease(), spec.ttl(), takesOver);
  }

  /** Whether a call runs although its store cannot be reached; if not, the refusal is thrown. */
  void unavailable(Throwable failure) {
    counts.apply("unavailable").increment();
    if (spec.onUnavailable() == Idempotent.OnUnavailable.REFUSE) {
      throw new StoreUnavailableException(
          guard,
          guard + ": the store cannot be reached: " + failure.getMessage(),
          Duration.ZERO,
          failure);
    }
  }
}
