package dev.holdfast.core.store.blocking;

import dev.holdfast.core.store.Claim;
import dev.holdfast.core.store.ClaimRequest;
import dev.holdfast.core.store.Hold;
import dev.holdfast.core.store.Settlement;
import dev.holdfast.core.store.Tenure;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Does at each claim and settlement what a test has written down; then it is simply well. */
final class ScriptedStore implements BlockingStore {

  final List<String> asked = new ArrayList<>();
  final Queue<Callable<?>> script = new ArrayDeque<>();

  /** Whether it goes on after trouble. */
  boolean isRobust = true;

  @Override
  public Claim claim(ClaimRequest request, String owner) throws Exception {
    asked.add("claim");
    return (Claim) next(new Claim.Acquired(7, false));
  }

  @Override
  public List<@Nullable Claim> claimAll(List<ClaimStep> claims) throws Exception {
    asked.add("claims of " + claims.stream().map(ClaimStep::owner).toList());
    List<@Nullable Claim> answers = new ArrayList<>();
    for (ClaimStep claim : claims) {
      answers.add((Claim) next(new Claim.Acquired(claims.indexOf(claim), false)));
    }
    return answers;
  }

  @Override
  public Tenure renew(Hold hold, Duration lease) throws Exception {
    asked.add("renew");
    return (Tenure) next(Tenure.HELD);
  }

  @Override
  public Tenure settle(Hold hold, Settlement settlement) throws Exception {
    asked.add(settlement.getClass().getSimpleName());
    return (Tenure) next(Tenure.HELD);
  }

  @Override
  public List<@Nullable Tenure> settleAll(List<SettleStep> calls) {
    return Collections.nCopies(calls.size(), null);
  }

  @Override
  public int sweep(int most) {
    return 0;
  }

  @Override
  public boolean distrust() {
    asked.add("distrust");
    return isRobust;
  }

  @Override
  public void close() {
    asked.add("close");
  }

  private Object next(Object otherwise) throws Exception {
    Callable<?> next = script.poll();
    return next == null ? otherwise : next.call();
  }
}
