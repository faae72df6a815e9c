package dev.holdfast.core.policy.breaker;

import dev.holdfast.core.call.Call;
import dev.holdfast.core.keypath.PathReader;

/** Finds the breaker of a call. */
sealed interface BreakerSource {

  Breaker of(Call call);

  /** One breaker for all calls. */
  record Single(Breaker breaker) implements BreakerSource {
    @Override
    public Breaker of(Call call) {
      return breaker;
    }
  }

  /** One for each value of a key. */
  record Keyed(KeyedBreakers breakers, PathReader key) implements BreakerSource {

    /**
     * An accessor that throws is a key that cannot be told: the body decides what to make of it.
     */
    @Override
    public Breaker of(Call call) {
      String value;
      try {
        value = key.read(call);
      } catch (Error severe) {
        throw severe;
      } catch (Throwable unreadable) {
        return breakers.withoutKey();
      }
      return value == null ? breakers.withoutKey() : breakers.of(value);
    }
  }
}
