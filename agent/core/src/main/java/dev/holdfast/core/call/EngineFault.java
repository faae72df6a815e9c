package dev.holdfast.core.call;

import dev.holdfast.CallRefusedException;
import java.time.Duration;

/** A fault of the engine itself, where a call must not run without its guard. */
public final class EngineFault {

  private EngineFault() {}

  /** What the caller gets: nothing ran. */
  public static CallRefusedException refusal(String guard, Throwable fault) {
    return new CallRefusedException(
        "agent", guard, "the agent failed to guard " + guard, Duration.ZERO, fault);
  }
}
