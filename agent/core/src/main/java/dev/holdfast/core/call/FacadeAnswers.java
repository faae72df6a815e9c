package dev.holdfast.core.call;

import dev.holdfast.core.time.Time;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers the questions of {@code dev.holdfast.Holdfast} about the calling thread, of whichever
 * copy of that class: names and types are part of what the two agree on. Null stands for "nothing
 * to tell", and for every other question.
 */
public final class FacadeAnswers implements Function<String, @Nullable Object> {

  private final Time time;

  public FacadeAnswers(Time time) {
    this.time = time;
  }

  @Override
  public @Nullable Object apply(String question) {
    return switch (question) {
      case "attempt" -> Scopes.current().attempt();
      case "remaining" -> remaining(Scopes.current().deadline());
      case "idempotencyKey" -> Scopes.current().key();
      case "degraded" -> Scopes.isDegraded();
      default -> null;
    };
  }

  private @Nullable Duration remaining(@Nullable Deadline deadline) {
    return deadline == null ? null : Duration.ofNanos(Math.max(0, deadline.remainingNanos(time)));
  }
}
