package dev.holdfast.core.policy.idempotent.data;

import org.jspecify.annotations.Nullable;

/** How a call ended, as it was stored. */
public sealed interface StoredOutcome {

  /** It returned this; a fresh object that nobody else has. */
  record Returned(@Nullable Object result) implements StoredOutcome {}

  /**
   * It failed in a way that is remembered.
   *
   * @param type the remembered type, by its name in the annotation
   * @param message of the failure
   */
  record Threw(String type, @Nullable String message) implements StoredOutcome {}

  /** It is done, but its result could not be stored, for this reason. */
  record Unusable(String reason) implements StoredOutcome {}

  /** It failed, and its effect may have happened. */
  record Unknown() implements StoredOutcome {}
}
