package dev.holdfast.core.call;

import org.jspecify.annotations.Nullable;

/** The request that a call is made for, as the server that received it tells. */
public interface ServedRequest {

  /** Where no server told of a request. */
  ServedRequest NONE =
      new ServedRequest() {
        @Override
        public @Nullable String header(String name) {
          return null;
        }

        @Override
        public @Nullable String principal() {
          return null;
        }
      };

  /** The first value of a header, whatever the case of its name; null when it is absent. */
  @Nullable String header(String name);

  /** Who was authenticated, null if nobody was. */
  @Nullable String principal();

  /**
   * A guarded call made for it ran out of attempts.
   *
   * @param attempts how many were made
   */
  default void exhaust(int attempts) {}

  /** The attempts that a call made which ran out of them; 0: none did. */
  default int exhausted() {
    return 0;
  }
}
