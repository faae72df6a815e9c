package dev.holdfast.weaving.control;

/** Words of answers. */
public final class Words {

  private Words() {}

  /** A number and what it counts, in the plural unless it is one. */
  public static String counted(long count, String what) {
    String plural = what.endsWith("s") ? "es" : "s";
    return count + " " + what + (count == 1 ? "" : plural);
  }
}
