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

  /**
   * A body that can be read once is about to be sent.
   *
   * @param request what messages call the request
   * @throws CallRefusedException if another attempt of the call has sent it already
   */
  public void check(Object body, String request) {
    boolean wasSent = sent.put(body, true) != null;
    int attempt = Scopes.current().attempt();
    if (wasSent && attempt > 1) {
      throw new CallRefusedException(
          "retry",
          request,
          "body of %s: sent already by an earlier attempt, and cannot be read again (expected: one"
                  .formatted(request)
              + " that can be sent by attempt %d as well). Make it from bytes, or make a new one"
                  .formatted(attempt)
              + " in each attempt.",
          Duration.ZERO,
          null);
    }
  }
}
