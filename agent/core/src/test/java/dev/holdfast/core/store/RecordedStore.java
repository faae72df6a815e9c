package dev.holdfast.core.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A store that answers as it was told, and remembers what it was asked. */
final class RecordedStore implements IdempotencyStore {

  private final List<CompletableFuture<Claim>> answers = new ArrayList<>();
  private final List<String> steps = new ArrayList<>();
  private Optional<StoreFailure> failure = Optional.empty();
  private Tenure tenure = Tenure.HELD;

  void willAnswer(Claim claim) {
    answers.add(CompletableFuture.completedFuture(claim));
  }

  CompletableFuture<Claim> willAnswerLater() {
    CompletableFuture<Claim> answer = new CompletableFuture<>();
    answers.add(answer);
    return answer;
  }

  void failOnce(StoreFailure once) {
    failure = Optional.of(once);
  }

  void lose() {
    tenure = Tenure.LOST;
  }

  List<String> steps() {
    return steps;
  }

  @Override
  public CompletableFuture<Claim> claim(ClaimRequest request) {
    steps.add("claim " + request.fingerprint().orElse("-"));
    return answers.remove(0);
  }

  @Override
  public CompletableFuture<Tenure> renew(Hold hold, Duration lease) {
    return step("renew " + hold.token());
  }

  @Override
  public CompletableFuture<Tenure> complete(Hold hold, String result, Duration ttl) {
    return step("complete " + hold.token() + " " + result);
  }

  @Override
  public CompletableFuture<Tenure> fail(Hold hold, String failed, Duration ttl) {
    return step("fail " + hold.token() + " " + failed);
  }

  @Override
  public CompletableFuture<Tenure> release(Hold hold) {
    return step("release " + hold.token());
  }

  @Override
  public void close() {
    steps.add("close");
  }

  @Override
  public CompletableFuture<Integer> sweep(int most) {
    return CompletableFuture.completedFuture(0);
  }

  @Override
  public int longestResult() {
    return 1_000;
  }

  private CompletableFuture<Tenure> step(String step) {
    steps.add(step);
    if (failure.isPresent()) {
      StoreFailure once = failure.get();
      failure = Optional.empty();
      return CompletableFuture.failedFuture(once);
    }
    return CompletableFuture.completedFuture(tenure);
  }
}
