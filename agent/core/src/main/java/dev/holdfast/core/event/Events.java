package dev.holdfast.core.event;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells every subscriber of every event. A subscriber that throws never reaches the publisher. */
public final class Events {

  private static final Logger LOG = LoggerFactory.getLogger(Events.class);

  private final List<Consumer<Event>> subscribers = new CopyOnWriteArrayList<>();

  /** Adds a subscriber; it is called on the publisher's thread and must not block. */
  public void subscribe(Consumer<Event> subscriber) {
    subscribers.add(subscriber);
  }

  /** Tells all subscribers. Never called while holding a lock. */
  public void publish(Event event) {
    for (Consumer<Event> subscriber : subscribers) {
      try {
        subscriber.accept(event);
      } catch (RuntimeException | LinkageError failure) {
        LOG.warn("a listener failed on {}", event, failure);
      }
    }
  }
}
