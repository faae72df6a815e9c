package dev.holdfast.campaign;

/** What is done to a server while processes that use it are killed. */
public enum Trouble {
  /** Nothing. */
  NONE,
  /** It is killed and started again. */
  SERVERS,
  /** Its connections are cut, delayed and half-closed. */
  NETWORK,
  /** All of that. */
  ALL;

  boolean killsServers() {
    return this == SERVERS || this == ALL;
  }

  boolean cutsConnections() {
    return this == NETWORK || this == ALL;
  }
}
