package dev.holdfast.core.call;

import java.util.Optional;

/**
 * Reads the HTTP responses of one client library; found by {@link java.util.ServiceLoader}, one for
 * each library.
 */
public interface ResponseReader {

  /**
   * Whether a method declared to return this type may return a response of this client. Asked once,
   * when a pipeline is bound.
   */
  boolean mayBeReturnedAs(Class<?> type);

  /**
   * What the server answered, if the object is a response of this client or a failure of it that
   * carries one; causes are not searched here.
   */
  Optional<HttpAnswer> read(Object resultOrFailure);

  /**
   * Lets go of a response that no caller will ever see, so that its connection is not held. Called
   * for responses of this client only.
   */
  void discard(Object response);
}
