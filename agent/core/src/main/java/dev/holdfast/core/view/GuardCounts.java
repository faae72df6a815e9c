package dev.holdfast.core.view;

import dev.holdfast.core.call.CallCounter;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What is counted of one guard: calls begun, and outcomes by name. */
public final class GuardCounts {

  private final CallCounter calls = new CallCounter();
  private final Map<String, LongAdder> outcomes = new ConcurrentHashMap<>();

  /** The counter of calls begun. */
  public CallCounter calls() {
    return calls;
  }

  /**
   * The counter of an outcome; ask once, when the pipeline is bound.
   *
   * @param outcome policy and outcome in kebab case: {@code retry.exhausted}
   */
  public LongAdder outcome(String outcome) {
    return outcomes.computeIfAbsent(outcome, name -> new LongAdder());
  }

  /** All outcomes counted so far, by name. */
  public SortedMap<String, Long> outcomes() {
    SortedMap<String, Long> sums = new TreeMap<>();
    outcomes.forEach((name, adder) -> sums.put(name, adder.sum()));
    return sums;
  }
}
