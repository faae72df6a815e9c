package dev.holdfast.campaign;

/** A store for the time of a campaign. */
public interface Server extends AutoCloseable {

  /** How it is called in the report. */
  String name();

  /** The value of {@code holdfast.store}. */
  String url();

  /** How many processes use it at once. */
  int processes();

  @Override
  void close();
}
