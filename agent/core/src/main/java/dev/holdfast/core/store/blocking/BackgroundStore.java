package dev.holdfast.core.store.blocking;

import dev.holdfast.core.store.Claim;
import dev.holdfast.core.store.ClaimRequest;
import dev.holdfast.core.store.Hold;
import dev.holdfast.core.store.IdempotencyStore;
import dev.holdfast.core.store.Settlement;
import dev.holdfast.core.store.Tenure;
import dev.holdfast.core.time.Time;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes an {@link IdempotencyStore} of a store that blocks. Its steps run on daemon threads of its
 * own, so that no interrupt of the application reaches a socket or a file; it is opened by the
 * first step; a step is answered within 5 s, but how a call ended is told for up to a minute.
 *
 * <p>A claim that comes through too late for its asker is given back; one that may have come
 * through without an answer is asked again for that.
 */
public final class BackgroundStore implements IdempotencyStore {

  private final StoreSteps steps;
  private final StepLane<ClaimStep, Claim> claiming;
  private final StepLane<SettleStep, Tenure> settling;
  private final ThreadPoolExecutor threads;
  private final int longestResult;
  private final String instance = UUID.randomUUID().toString();
  private final AtomicLong claims = new AtomicLong();

  /** A store that is not open yet. */
  public BackgroundStore(
      BackgroundSettings settings,
      StoreOpener opener,
      Secrets secrets,
      ReachabilityListener listener,
      Time time) {
    longestResult = settings.longestResult();
    threads =
        StoreThreads.of(
            settings.threadName(), settings.threads(), opener.getClass().getClassLoader());
    steps =
        new StoreSteps(
            settings.label(),
            new LazyStore(opener),
            threads,
            new Reachability(time),
            secrets,
            listener,
            time);
    claiming =
        new StepLane<>(
            steps,
            Patience.CLAIM,
            (store, step) -> store.claim(step.request(), step.owner()),
            BlockingStore::claimAll);
    settling =
        new StepLane<>(
            steps,
            Patience.LONG,
            (store, step) -> store.settle(step.hold(), step.settlement()),
            BlockingStore::settleAll);
  }

  @Override
  public CompletionStage<Claim> claim(ClaimRequest request) {
    String owner = instance + "/" + claims.incrementAndGet();
    return claiming.run(new ClaimStep(request, owner), claim -> giveBack(request, claim));
  }

  @Override
  public CompletionStage<Tenure> renew(Hold hold, Duration lease) {
    return steps.run(store -> store.renew(hold, lease), Patience.SHORT, tenure -> {});
  }

  @Override
  public CompletionStage<Tenure> complete(Hold hold, String result, Duration ttl) {
    return settle(hold, new Settlement.Complete(result, ttl));
  }

  @Override
  public CompletionStage<Tenure> fail(Hold hold, String failure, Duration ttl) {
    return settle(hold, new Settlement.Fail(failure, ttl));
  }

  @Override
  public CompletionStage<Tenure> release(Hold hold) {
    return settle(hold, new Settlement.Release());
  }

  @Override
  public CompletionStage<Integer> sweep(int most) {
    return steps.run(store -> store.sweep(most), Patience.SHORT, swept -> {});
  }

  @Override
  public void close() {
    steps.close();
    threads.setKeepAliveTime(1, TimeUnit.MILLISECONDS);
  }

  @Override
  public int longestResult() {
    return longestResult;
  }

  private CompletionStage<Tenure> settle(Hold hold, Settlement settlement) {
    SettleStep step = new SettleStep(hold, settlement);
    if (step.isShared()) {
      return settling.run(step, tenure -> {});
    }
    return steps.run(
        settlement instanceof Settlement.Release
            ? new ReleaseStep(hold)
            : store -> store.settle(hold, settlement),
        Patience.LONG,
        tenure -> {});
  }

  private void giveBack(ClaimRequest request, Claim claim) {
    if (claim instanceof Claim.Acquired acquired) {
      giveBack(request.key(), acquired);
    }
  }
}
