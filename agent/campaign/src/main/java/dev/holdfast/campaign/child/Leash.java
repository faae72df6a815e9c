package dev.holdfast.campaign.child;

import java.io.IOException;

/**
 * Ties a program to the process that began it: however that ends, its end of our standard input
 * closes.
 */
public final class Leash {

  private Leash() {}

  /** From now on this JVM ends with the other one. */
  public static void hold() {
    Thread thread = new Thread(Leash::awaitEnd, "leash");
    thread.setDaemon(true);
    thread.start();
  }

  private static void awaitEnd() {
    try {
      int read = System.in.read();
      while (read >= 0) {
        read = System.in.read();
      }
    } catch (IOException closed) {
      // That is an end, too.
    }
    Runtime.getRuntime().halt(1);
  }
}
