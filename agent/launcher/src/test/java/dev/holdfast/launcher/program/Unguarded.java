package dev.holdfast.launcher.program;

/** Carries no annotation: only rules guard it. Fails as often as the first argument says. */
@SuppressWarnings("SystemOut")
public final class Unguarded {

  private int calls;

  private Unguarded() {}

  private String call(int failures) {
    if (++calls <= failures) {
      throw new IllegalStateException("failure " + calls);
    }
    return "answer after " + calls + " calls";
  }

  /** Prints the answer, or the failure and the number of calls. */
  public static void main(String[] arguments) {
    Unguarded unguarded = new Unguarded();
    try {
      System.out.println(unguarded.call(Integer.parseInt(arguments[0])));
    } catch (IllegalStateException failure) {
      System.out.println(failure.getMessage() + ", " + unguarded.calls + " calls");
    }
  }
}
