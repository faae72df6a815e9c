package dev.holdfast.core.wire;

import dev.holdfast.CallRefusedException;
import dev.holdfast.core.call.Scopes;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Bodies of requests that can be read once, a stream for example. One that has been sent already is
 * noticed before another attempt sends what is left of it: nothing.
 */
public final class OnceOnly {

  /** Bodies do not define equality. */
  private final Map<Object, Boolean> sent = Collections.synchronizedMap(new WeakHashMap<>());

  /** A body that can be read once is being sent. */
  public void send(Object body) {
    sent.put(body, true);
  }

  /**
   * A request begins whose body can be read once.
   *
   * @param request what messages call the request
   * @throws CallRefusedException if an earlier attempt of the call, or of one around it, has {@link
   *     #send sent} the body
   */
  public void check(Object body, String request) {
    if (sent.containsKey(body) && Scopes.current().isRepeat()) {
      throw new CallRefusedException(
          "retry",
          request,
          "body of %s: sent already by an earlier attempt, and cannot be read again (expected: one"
                  .formatted(request)
              + " that can be sent by every attempt). Make it from bytes, or make a new one in"
              + " each attempt.",
          Duration.ZERO,
          null);
    }
  }
}
