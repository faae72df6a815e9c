package dev.holdfast;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * Tells a guarded method about the call it is part of.
 *
 * <p>Every answer is about the calling thread. Without the agent, and outside guarded calls, it is
 * neutral: attempt 1, no deadline, no key, not degraded.
 */
public final class Holdfast {

  /**
   * Answers the questions below; null without an agent. The agent sets it reflectively, in each
   * copy of this class that is loaded, so name and type are part of what the two agree on.
   */
  private static volatile Function<String, Object> agent;

  private Holdfast() {}

  /** The attempt that is running, 1 for the first, of the innermost guarded call. */
  public static int attempt() {
    return answer("attempt", Integer.class).orElse(1);
  }

  /** What is left until the deadline, zero once it has passed; empty where there is none. */
  public static Optional<Duration> remaining() {
    return answer("remaining", Duration.class);
  }

  /**
   * The idempotency key of the call, the same through all of its attempts; empty where there is
   * none.
   */
  public static Optional<String> idempotencyKey() {
    return answer("idempotencyKey", String.class);
  }

  /**
   * Whether the last outermost guarded call of this thread, or anything inside it, was answered by
   * a {@link Fallback}. Cleared when the next outermost call or the next served request begins.
   */
  public static boolean degraded() {
    return answer("degraded", Boolean.class).orElse(false);
  }

  private static <T> Optional<T> answer(String question, Class<T> type) {
    Function<String, Object> asked = agent;
    if (asked == null) {
      return Optional.empty();
    }
    try {
      Object answer = asked.apply(question);
      return type.isInstance(answer) ? Optional.of(type.cast(answer)) : Optional.empty();
    } catch (RuntimeException malfunction) {
      // An application must not fail because its agent does; the agent reports its own mistakes.
      return Optional.empty();
    }
  }
}
