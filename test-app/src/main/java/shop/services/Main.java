package shop.services;

import java.io.IOException;

/**
 * Runs the services until its standard input ends, which it does when whoever started them closes
 * it or dies.
 */
public final class Main {
  private Main() {}

  /**
   * Prints one line {@code KIND PORT} for each service, then serves.
   *
   * @param arguments see {@link Settings#arguments()}
   */
  public static void main(String... arguments) throws IOException {
    // Else each small answer waits for the acknowledgement of its own headers, 40 ms.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    try (Services services = new Services(Settings.parse(arguments))) {
      services.start().forEach((kind, port) -> System.out.println(kind + " " + port));
      while (System.in.read() >= 0) {
        // Nothing is expected but the end.
      }
    }
  }
}
