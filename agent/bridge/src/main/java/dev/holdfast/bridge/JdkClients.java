package dev.holdfast.bridge;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import org.jspecify.annotations.Nullable;

/**
 * What the JDK's own two HTTP clients ask before they send: the few lines that are woven into them
 * name this class and nothing else. While there is no engine, requests stay as they are.
 */
public final class JdkClients {

  private static volatile @Nullable Advice advice;

  private JdkClients() {}

  /** What the engine does. Types of the module {@code java.net.http} are not named here. */
  public interface Advice {

    /** See {@link JdkClients#request}. */
    Object request(Object client, Object request);

    /** See {@link JdkClients#sent}. */
    void sent(Object future);

    /** See {@link JdkClients#redirected(Object, URI, URI)}. */
    Object redirected(Object headers, URI from, URI to);

    /** See {@link JdkClients#connecting}. */
    void connecting(URLConnection connection);

    /** See {@link JdkClients#delegating}. */
    void delegating(URLConnection outer, URLConnection inner);

    /** See {@link JdkClients#received}. */
    void ended(URLConnection connection) throws IOException;

    /** See {@link JdkClients#failed}. */
    void failed(URLConnection connection, Throwable failure, int status);

    /** See {@link JdkClients#redirected(URLConnection, URL, int)}. */
    String redirected(URLConnection connection, URL to, int number);
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
   * An {@code HttpClient} is about to send.
   *
   * @param request an {@code HttpRequest}
   * @return the {@code HttpRequest} to send in its place
   */
  public static @Nullable Object request(Object client, @Nullable Object request) {
    Advice engine = advice;
    return engine == null || request == null ? request : engine.request(client, request);
  }

  /**
   * An {@code HttpClient} has sent.
   *
   * @param future of the {@code HttpResponse}
   */
  public static void sent(@Nullable Object future) {
    Advice engine = advice;
    if (engine != null && future != null) {
      engine.sent(future);
    }
  }

  /**
   * An {@code HttpClient} follows a redirect.
   *
   * @param headers the {@code HttpHeaders} that the application set
   * @return the {@code HttpHeaders} to send on
   */
  public static Object redirected(Object headers, URI from, URI to) {
    Advice engine = advice;
    return engine == null ? headers : engine.redirected(headers, from, to);
  }

  /** An {@code HttpURLConnection} is about to connect; it can still be changed. */
  public static void connecting(URLConnection connection) {
    Advice engine = advice;
    if (engine != null) {
      engine.connecting(connection);
    }
  }

  /**
   * An {@code HttpsURLConnection} is asked for its answer.
   *
   * @param outer the one that the application has
   * @param inner the one that it asks for everything
   */
  public static void delegating(URLConnection outer, @Nullable URLConnection inner) {
    Advice engine = advice;
    if (engine != null && inner != null) {
      engine.delegating(outer, inner);
    }
  }

  /**
   * The body of an answer was read from an {@code HttpURLConnection}.
   *
   * @param count of bytes; negative: the body has ended
   * @return that count
   * @throws IOException if the body has not ended, but was cut
   */
  public static int received(int count, URLConnection connection) throws IOException {
    if (count < 0) {
      Advice engine = advice;
      if (engine != null) {
        engine.ended(connection);
      }
    }
    return count;
  }

  /**
   * An {@code HttpURLConnection} throws instead of giving the body of an answer.
   *
   * @param status of the answer; below 100: there was none
   */
  public static void failed(URLConnection connection, Throwable failure, int status) {
    Advice engine = advice;
    if (engine != null) {
      engine.failed(connection, failure, status);
    }
  }

  /**
   * An {@code HttpURLConnection} follows a redirect.
   *
   * @param number 0 or 1
   * @return the name of a header that must not go there; empty: none of that number
   */
  public static String redirected(URLConnection connection, URL to, int number) {
    Advice engine = advice;
    return engine == null ? "" : engine.redirected(connection, to, number);
  }
}
