package dev.holdfast.console.sample;

import dev.holdfast.Deadline;

/** What {@link PayClient} implements. */
public interface PayPort {

  @Deadline("2s")
  String pay(String order);
}
