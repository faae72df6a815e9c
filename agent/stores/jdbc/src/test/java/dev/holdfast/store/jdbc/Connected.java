package dev.holdfast.store.jdbc;

import dev.holdfast.core.event.Events;
import dev.holdfast.core.pipeline.Services;
import dev.holdfast.core.pipeline.States;
import dev.holdfast.core.plan.Origin;
import dev.holdfast.core.plan.Setting;
import dev.holdfast.core.store.IdempotencyStore;
import dev.holdfast.core.store.StoreAddress;
import dev.holdfast.core.time.SystemTime;
import dev.holdfast.core.time.Time;
import java.lang.invoke.MethodHandles;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Stores as the engine opens them. */
final class Connected {

  private Connected() {}

  static IdempotencyStore to(String url) {
    return to(url, Map.of());
  }

  static IdempotencyStore to(String url, Map<String, String> settings) {
    return to(url, settings, new SystemTime(() -> Duration.ZERO), new Events());
  }

  /** Whoever is interested is told what happens. */
  static IdempotencyStore to(String url, Map<String, String> settings, Consumer<String> told) {
    Events events = new Events();
    events.subscribe(event -> told.accept(event.sentence()));
    return to(url, settings, new SystemTime(() -> Duration.ZERO), events);
  }

  static IdempotencyStore to(String url, Map<String, String> settings, Time time, Events events) {
    Services services =
        new Services(
            time,
            Runnable::run,
            events,
            new States(),
            type -> MethodHandles.lookup(),
            key ->
                Optional.ofNullable(settings.get(key))
                    .map(value -> new Setting(value, new Origin.BuiltIn())));
    return new JdbcStoreFactory().open(new StoreAddress("", url), services);
  }
}
