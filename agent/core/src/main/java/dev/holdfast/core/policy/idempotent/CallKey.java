package dev.holdfast.core.policy.idempotent;

import dev.holdfast.core.call.CarriedKey;
import dev.holdfast.core.store.StoredKey;

/**
 * The key of one call.
 *
 * @param text as the application knows it
 * @param stored as it is stored, combined with whose key it is
 * @param origin where it came from
 */
record CallKey(String text, StoredKey stored, Origin origin) implements CarriedKey {

  enum Origin {
    /** An argument that is meant for others to see. */
    KEY_ARGUMENT,
    /** A path over arguments. */
    PATH,
    /** The request being served. */
    REQUEST
  }

  /**
   * A path's or a request's key says something about this application or is somebody else's: others
   * see what is made of it and of whose key it is.
   */
  @Override
  public String outgoing() {
    return origin == Origin.KEY_ARGUMENT ? text : stored.uuid().toString();
  }

  /** Without the key. */
  @Override
  public String toString() {
    return stored.toString();
  }
}
