package clients;

import java.net.URI;

/** An HTTP client, as far as the rows need it. */
public interface Client {

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

  /** The status of a response, and its body. */
  String read(Object response) throws Exception;
}
