package dev.holdfast.core.policy.idempotent;

import dev.holdfast.core.call.Call;
import dev.holdfast.core.pipeline.Binding;
import dev.holdfast.core.pipeline.Observer;
import dev.holdfast.core.pipeline.Services;
import dev.holdfast.core.store.Claim;
import dev.holdfast.core.store.ClaimDesk;
import dev.holdfast.core.store.Hold;
import dev.holdfast.core.store.MemoryStore;
import dev.holdfast.core.store.MemoryStoreListener;
import dev.holdfast.core.store.Settlement;
import dev.holdfast.core.store.StoreLimits;
import dev.holdfast.core.time.Time;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts calls that would not have been made. Keys are claimed in this JVM's memory, whatever store
 * is configured, and no result is kept.
 *
 * @param work as if the method were guarded, with a desk of its own
 * @param replays calls that would have got a result or a failure of another one, now or once that
 *     has ended
 * @param refusals calls that would have been refused
 */
record IdempotentObserver(Deduplication work, LongAdder replays, LongAdder refusals)
    implements Observer {

  private static final Watch NOTHING = (result, failure) -> {};
  private static final String DONE = "true";

  static IdempotentObserver bind(IdempotentSpec spec, Binding binding) {
    Services services = binding.services();
    ObservedCalls observed =
        services.states().shared(ObservedCalls.class, "", () -> ObservedCalls.in(services.time()));
    return new IdempotentObserver(
        Deduplication.bind(spec, binding, observed.desk()),
        binding.outcome("idempotent.would-replay"),
        binding.outcome("idempotent.would-refuse"));
  }

  @Override
  public Watch begin(Call call) {
    CallKey key;
    try {
      key = work.keys().of(call);
    } catch (Throwable thrown) {
      return NOTHING; // by an accessor of the application, which would have ended the call
    }
    if (key == null) {
      refusals.add(work.spec().isRequired() ? 1 : 0);
      return NOTHING;
    }
    return claimed(key, KeyedCall.of(work, call, key).claim(work.spec().concurrent()));
  }

  private Watch claimed(CallKey key, CompletableFuture<Claim> claimed) {
    if (claimed.cancel(false)) {
      replays.increment();
      return NOTHING;
    }
    if (claimed.isCompletedExceptionally()) {
      return NOTHING;
    }
    Claim claim = claimed.join();
    if (claim instanceof Claim.Acquired acquired) {
      Hold hold = new Hold(key.stored(), acquired.token());
      return (result, failure) -> settle(hold, failure != null);
    }
    (claim instanceof Claim.Completed ? replays : refusals).increment();
    return NOTHING;
  }

  private void settle(Hold hold, boolean hasFailed) {
    Settlement settlement =
        hasFailed ? new Settlement.Release() : new Settlement.Complete(DONE, work.spec().ttl());
    work.desk().settle(hold, settlement);
  }

  /** The desk of all methods that are only observed. */
  record ObservedCalls(ClaimDesk desk) {

    static ObservedCalls in(Time time) {
      return new ObservedCalls(
          new ClaimDesk(new MemoryStore(time, StoreLimits.DEFAULT, new Silent()), time));
    }
  }

  private static final class Silent implements MemoryStoreListener {
    @Override
    public void begins() {}

    @Override
    public void evicted(long evictions) {}
  }
}
