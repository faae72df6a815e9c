package dev.holdfast.bridge;

import org.jspecify.annotations.Nullable;

/**
 * What the JDK's own HTTP server asks while it serves: the few lines that are woven into it name
 * this class and nothing else. While there is no engine, it serves as ever.
 */
public final class JdkServers {

  private static volatile @Nullable Advice advice;

  private JdkServers() {}

  /** What the engine does. Types of the module {@code jdk.httpserver} are not named here. */
  public interface Advice {

    /**
     * Handles a request, by the chain.
     *
     * @throws Throwable what the chain throws
     */
    void handle(Object chain, Object exchange) throws Throwable;

    /** See {@link JdkServers#answering}. */
    void answering(Object headers, int status);
  }

  /**
   * Plugs an engine in.
   *
   * @param engine null: unplugs it
   */
  public static void advise(@Nullable Advice engine) {
    advice = engine;
  }

  /**
   * A request is handed to the application.
   *
   * @param chain the {@code Filter.Chain} of its filters and its handler
   * @param exchange the {@code HttpExchange}
   * @return whether the engine had the chain handle it
   * @throws Throwable what the chain throws
   */
  public static boolean handle(Object chain, Object exchange) throws Throwable {
    Advice engine = advice;
    if (engine == null) {
      return false;
    }
    engine.handle(chain, exchange);
    return true;
  }

  /**
   * An answer gets its status.
   *
   * @param headers the {@code Headers} of the answer
   */
  public static void answering(Object headers, int status) {
    Advice engine = advice;
    if (engine != null) {
      engine.answering(headers, status);
    }
  }
}
