package dev.holdfast.launcher;

import java.util.concurrent.TimeUnit;

/**
 * Where the command line finds what it was answered: a system property with a random name, which it
 * reads through the same door by which it asked. No port is opened and nothing is written to disk.
 * Whoever asked reads at once; after {@value #SECONDS_KEPT} seconds the property is removed.
 *
 * <p>Public, because it may come through the boot loader and {@link Agent} through the system's.
 */
public final class Mailbox {

  /** What requests begin with; agent arguments never do. */
  public static final String REQUEST = "@";

  private static final String PROPERTY = "dev.holdfast.answer.";
  private static final int SECONDS_KEPT = 10;

  private Mailbox() {}

  /**
   * Puts an answer where the one who asked looks.
   *
   * @param request {@code @TOKEN ...}
   */
  public static void put(String request, String answer) {
    int end = request.indexOf(' ');
    String token = request.substring(REQUEST.length(), end < 0 ? request.length() : end);
    System.setProperty(PROPERTY.concat(token), answer);
    Thread emptier = new Thread(() -> empty(PROPERTY.concat(token)), "holdfast-mailbox");
    emptier.setDaemon(true);
    emptier.setContextClassLoader(null);
    emptier.start();
  }

  private static void empty(String property) {
    try {
      TimeUnit.SECONDS.sleep(SECONDS_KEPT);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
    System.clearProperty(property);
  }
}
