package calls;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Guarded methods that send requests, made anew for each row. What they answer is a response, a
 * text, or a future of either.
 */
interface Calls {

  /** How many attempts there were. */
  int attempts();

  /** Without a guard. */
  Object bare(String method, URI target) throws Exception;

  /** Tried three times. */
  Object retried(String method, URI target) throws Exception;

  /** Tried three times, without a wait. */
  Object retriedAtOnce(URI target) throws Exception;

  /** Tried three times, by a way that throws what is no success. */
  Object thrown(URI target) throws Exception;

  /** Tried three times, within 3 s. */
  Object inTime(String method, URI target) throws Exception;

  /** Tried three times, by that key. */
  Object keyed(@Nullable String key, String method, URI target, String... headers) throws Exception;

  /** Idempotent, by a key that is not meant for others. */
  Object byPath(String order, URI target) throws Exception;

  /** Several requests in each of three attempts. */
  Object several(String key, URI... targets) throws Exception;

  /** Tried again only after failures that surely had no effect. */
  Object clearOnly(URI target) throws Exception;

  /** The same, by a key. */
  Object clearOnlyKeyed(String key, URI target) throws Exception;

  /** The same, by a key that the application itself writes into the request. */
  Object clearOnlyByHand(String key, URI target) throws Exception;

  /** The same around a call that has a key of its own. */
  Object clearOnlyAround(URI target) throws Exception;

  /** The same; fails after it was sent in a way that nobody knows. */
  Object clearOnlyThenFails(URI target) throws Exception;

  /** A request of the client's, the same in each of three attempts; each is cut after 300 ms. */
  Object sentAgain(Object request) throws Exception;

  /** Cut after 400 ms. */
  Object cut(URI target) throws Exception;

  /** The same: begins to read one answer, reads another one, and reads on. */
  Object cutBeside(URI target, URI other) throws Exception;

  /** Not interrupted, and within 400 ms. */
  Object timedOut(URI target) throws Exception;

  /** A body that can be read once, tried three times. */
  Object sentOnce(URI target, Object body) throws Exception;

  /** The same around a call that sends it. */
  Object sentOnceAround(URI target, Object body) throws Exception;
}
