package dev.holdfast.core.store;

import java.time.Duration;

/** How a call ended, as far as its key is concerned. */
public sealed interface Settlement {

  /** It returned, and duplicates get this. */
  record Complete(String result, Duration ttl) implements Settlement {}

  /** It failed, and duplicates get this. */
  record Fail(String failure, Duration ttl) implements Settlement {}

  /** It came to nothing, and the next call is made. */
  record Release() implements Settlement {}
}
