package dev.holdfast.launcher.program;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * A loop that never ends and calls a method that fails at each thousandth argument, once. It
 * answers each line, after so many further calls that all of it is compiled, with whether the loop
 * saw a failure meanwhile.
 */
@SuppressWarnings("SystemOut")
public final class Hot {

  private static final long CALLS = 3_000_000;

  private static volatile long calls;
  private static volatile long failures;
  private static long failedAt = -1;

  private Hot() {}

  private static long step(long number) {
    if (number % 1000 == 0 && failedAt != number) {
      failedAt = number;
      throw new IllegalStateException();
    }
    return number;
  }

  /** Runs before, during and after an attach. */
  @SuppressWarnings("NonAtomicVolatileUpdate") // nobody else writes
  static void loop() {
    for (long number = 0; number >= 0; number++) {
      try {
        calls += step(number) - number + 1;
      } catch (IllegalStateException failed) {
        failures++;
      }
    }
  }

  private static String seen() {
    long failuresBefore = failures;
    long until = calls + CALLS;
    while (calls < until) {
      Thread.onSpinWait();
    }
    return failures == failuresBefore ? "none" : "some";
  }

  /** Answers until there is no further line. */
  public static void main(String[] arguments) throws Exception {
    Thread loop = new Thread(Hot::loop, "loop");
    loop.setDaemon(true);
    loop.start();
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    while (lines.readLine() != null) {
      System.out.println(seen());
    }
  }
}
