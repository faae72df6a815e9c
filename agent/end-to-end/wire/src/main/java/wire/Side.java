package wire;

/** How an experiment is run. */
public enum Side {
  /** Loops of the application's own try again. */
  WITHOUT_AGENT,
  /** Annotations say what is to be done, and the agent does it. */
  WITH_AGENT;

  /** What a program is told that runs on this side. */
  public static Side of(String name) {
    return valueOf(name);
  }
}
