package ledger;

/** Who is calling. */
public final class Caller {

  private static volatile String name = "clerk";

  private Caller() {}

  /** Calls from now on are theirs. */
  public static void is(String other) {
    name = other;
  }

  static void check() {
    if (!name.equals("clerk")) {
      throw new SecurityException(name);
    }
  }
}
