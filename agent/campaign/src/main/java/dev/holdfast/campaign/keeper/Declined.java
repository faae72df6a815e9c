package dev.holdfast.campaign.keeper;

/** A failure that is remembered. */
public final class Declined extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With why. */
  public Declined(String message) {
    super(message);
  }
}
