package dev.holdfast.core.view;

import java.util.List;

/**
 * Something of a policy that has a state between calls and shows it: breakers, stores. The engine
 * finds it among the states that the whole JVM shares.
 */
public interface Stateful {

  /** Each state as it is now; no call waits for it. */
  List<StateView> states();

  /** The names that {@link #reset} knows. */
  default List<String> resettable() {
    return List.of();
  }

  /**
   * Begins anew what has that name, as if nothing had happened to it.
   *
   * @return how many have that name and were reset
   */
  default int reset(String name) {
    return 0;
  }
}
