package dev.holdfast.core.store.blocking;

import dev.holdfast.core.event.Events;
import dev.holdfast.core.store.StoreEvent;

/**
 * Makes events of what happens to a store.
 *
 * @param store its name in the configuration
 */
public record StoreNews(String store, Events events) implements ReachabilityListener {

  @Override
  public void isAway(String reason) {
    events.publish(new StoreEvent.Away(store, reason));
  }

  @Override
  public void isBack() {
    events.publish(new StoreEvent.Back(store));
  }

  /** Something about the store is weaker than what is promised of it. */
  public void isWeak(String how) {
    events.publish(new StoreEvent.Weak(store, how));
  }
}
