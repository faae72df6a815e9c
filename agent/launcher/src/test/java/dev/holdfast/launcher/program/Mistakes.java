package dev.holdfast.launcher.program;

import dev.holdfast.CircuitBreaker;
import dev.holdfast.Deadline;
import dev.holdfast.Fallback;
import dev.holdfast.Idempotent;
import dev.holdfast.Retry;

/** Everything here is wrong; the program runs on as if nothing had been written. */
@SuppressWarnings({"SystemOut", "unused"})
public final class Mistakes {

  private Mistakes() {}

  @Retry(maxAttempts = 0)
  private String attempts() {
    return "attempts";
  }

  @Retry(backoff = "soon")
  private String duration() {
    return "duration";
  }

  @Retry(onResult = "isWrnog")
  private String predicate() {
    return "predicate";
  }

  private boolean isWrong(String result) {
    return result.isEmpty();
  }

  @CircuitBreaker(failureRate = 150)
  private String rate() {
    return "rate";
  }

  @Fallback(method = "substitte")
  private String fallback() {
    return "fallback";
  }

  private String substitute() {
    return "substitute";
  }

  @Idempotent(key = "order.id")
  private String key(String number) {
    return "key " + number;
  }

  @Deadline("-2s")
  private String deadline() {
    return "deadline";
  }

  /** Calls all. */
  public static void main(String[] arguments) {
    Mistakes mistakes = new Mistakes();
    System.out.println(
        String.join(
            " ",
            mistakes.attempts(),
            mistakes.duration(),
            mistakes.predicate(),
            mistakes.rate(),
            mistakes.fallback(),
            mistakes.key("7"),
            mistakes.deadline()));
  }
}
