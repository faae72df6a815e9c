package dev.holdfast.campaign;

import java.io.IOException;

/** A store for the time of a campaign. */
public interface Server extends AutoCloseable {

  /** How it is called in the report. */
  String name();

  /** The value of {@code holdfast.store}. */
  String url();

  /** How many processes use it at once. */
  int processes();

  /** On which port it is reached; 0 if it is no process of its own. */
  int port();

  /** Kills its process as {@code kill -9} does, and starts another one on what that has left. */
  void crash() throws IOException, InterruptedException;

  @Override
  void close();
}
