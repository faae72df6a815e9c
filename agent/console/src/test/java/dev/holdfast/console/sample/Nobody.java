package dev.holdfast.console.sample;

import dev.holdfast.Deadline;

/** Nothing implements it. */
public interface Nobody {

  @Deadline("2s")
  void answer();
}
