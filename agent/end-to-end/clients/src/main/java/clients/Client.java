package clients;

import java.net.URI;
import java.time.Duration;

/**
 * An HTTP client, as far as the rows need it: without retries of its own, with {@link #PATIENCE} as
 * its own time-out.
 */
public interface Client {

  /** For how long it waits for an answer, by itself. */
  Duration PATIENCE = Duration.ofSeconds(3);

  /** For how long it waits where its connections are told and its requests are not. */
  Duration LITTLE_PATIENCE = Duration.ofSeconds(1);

  /** For how long it waits for a connection of its pool. */
  Duration POOL_PATIENCE = Duration.ofMillis(500);

  /**
   * Sends a request.
   *
   * @param body sent by methods that have one
   * @param headers names and values in turn
   * @return what the client returns: a response, or a future of one
   * @throws Exception what the client throws
   */
  Object send(String method, URI target, String body, String... headers) throws Exception;

  /** Sends a body that can be read once: the same one to each call. */
  default Object sendOnce(URI target, Object body) throws Exception {
    throw new UnsupportedOperationException();
  }

  /** A body for {@link #sendOnce}; empty where the client has none. */
  default Object once() {
    return "";
  }

  /** The body of an answer, by a way that throws what is no success. */
  default Object get(URI target) throws Exception {
    throw new UnsupportedOperationException();
  }

  /** Whether there is such a way. */
  default boolean mayThrow() {
    return false;
  }

  /** How many connections to one target its pool holds at most; 0 where there is no such limit. */
  default int connections() {
    return 0;
  }

  /** The same with retries of its own that stand above the requests it sends; or this one. */
  default Client repeating() {
    return this;
  }

  /**
   * The same with an interceptor of the application's own that sends requests to {@code localhost};
   * or this one.
   */
  default Client rerouting() {
    return this;
  }

  /** The same with {@link #LITTLE_PATIENCE}; or this one, where connections have no time-outs. */
  default Client impatient() {
    return this;
  }

  /** A request for {@link #send(Object)}; empty where the client changes none that it is given. */
  default Object request(URI target) {
    return "";
  }

  /** Sends a request. */
  default Object send(Object request) throws Exception {
    throw new UnsupportedOperationException();
  }

  /** Whether it speaks HTTP/2 by TLS. */
  default boolean speaksHttp2() {
    return false;
  }

  /** The status of a response, and its body. */
  String read(Object response) throws Exception;
}
