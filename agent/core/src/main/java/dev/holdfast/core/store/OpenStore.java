package dev.holdfast.core.store;

import dev.holdfast.core.view.StateView;
import dev.holdfast.core.view.Stateful;
import java.util.List;
import java.util.Map;

/**
 * A store that calls use.
 *
 * @param name its name in the configuration; empty for the default store
 * @param kind the scheme of its URL: {@code redis}
 * @param desk where keys are claimed
 */
record OpenStore(String name, String kind, ClaimDesk desk) implements Stateful, AutoCloseable {

  @Override
  public List<StateView> states() {
    Map<String, Long> figures = Map.of("keys-in-flight", (long) desk.size());
    return List.of(StateView.of("store", name.isEmpty() ? "default" : name, kind, figures));
  }

  /** Closes the store, once the calls that are running have told how they ended. */
  @Override
  public void close() {
    desk.close();
  }
}
