package dev.holdfast.console.sample;

import dev.holdfast.CircuitBreaker;
import dev.holdfast.Deadline;
import dev.holdfast.Fallback;

/** Three deliberate mistakes, and one more that is a matter of where it stands. */
public class Mistaken {

  @CircuitBreaker(failureRate = 150)
  public void charge() {}

  @Deadline("soon")
  public void ship() {}

  @Fallback(method = "nowhere")
  public String find() {
    return "";
  }

  @Deadline("2s")
  public native void send();
}
