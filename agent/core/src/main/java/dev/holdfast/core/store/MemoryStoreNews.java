package dev.holdfast.core.store;

import dev.holdfast.core.event.Events;
import dev.holdfast.core.time.AtMostEvery;

/** Makes events of what happens in a store in memory; evictions at most as often as it is given. */
record MemoryStoreNews(String store, StoreLimits limits, Events events, AtMostEvery warnings)
    implements MemoryStoreListener {

  @Override
  public void begins() {
    events.publish(new StoreEvent.IsLocal(store));
  }

  @Override
  public void evicted(long evictions) {
    warnings.run(() -> events.publish(new StoreEvent.Evicted(store, evictions, limits)));
  }
}
