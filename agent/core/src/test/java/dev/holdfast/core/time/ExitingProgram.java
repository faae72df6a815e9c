package dev.holdfast.core.time;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A program whose own shutdown hook waits for an hour, by our time. */
public final class ExitingProgram {

  private ExitingProgram() {}

  /** With an argument the program has waited before it exits. */
  public static void main(String[] arguments) throws InterruptedException {
    SystemTime time = new SystemTime(() -> Duration.ofMillis(200));
    if (arguments.length > 0) {
      time.sleep(1);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(() -> wait(time)));
    System.exit(0);
  }

  private static void wait(SystemTime time) {
    try {
      System.out.println("whole: " + time.sleep(TimeUnit.HOURS.toNanos(1)));
    } catch (InterruptedException interrupted) {
      System.out.println("interrupted");
    }
  }
}
