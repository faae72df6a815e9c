package calls;

import clients.Client;
import dev.holdfast.Deadline;
import dev.holdfast.IdempotencyKey;
import dev.holdfast.Idempotent;
import dev.holdfast.Retry;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Guarded methods that send requests. */
public class Calls {

  private final Client client;
  private final AtomicInteger attempts = new AtomicInteger();

  Calls(Client client) {
    this.client = client;
  }

  /** How many attempts there were. */
  int attempts() {
    return attempts.get();
  }

  /** Without a guard. */
  Object bare(String method, URI target) throws Exception {
    return client.send(method, target, "{}");
  }

  @Retry(backoff = "1ms")
  Object retried(String method, URI target) throws Exception {
    return attempt(method, target);
  }

  @Retry(backoff = "1ms")
  @Deadline("3s")
  Object inTime(String method, URI target) throws Exception {
    return attempt(method, target);
  }

  @Retry(backoff = "1ms")
  Object keyed(@IdempotencyKey @Nullable String key, String method, URI target, String... headers)
      throws Exception {
    attempts.incrementAndGet();
    return client.send(method, target, "{}", headers);
  }

  @Idempotent
  @Retry(backoff = "1ms")
  String once(@IdempotencyKey String key, URI target) throws Exception {
    return client.read(attempt("POST", target));
  }

  @Idempotent(key = "order")
  String byPath(String order, URI target) throws Exception {
    return client.read(attempt("POST", target));
  }

  @Retry(backoff = "1ms")
  Object several(@IdempotencyKey String key, URI... targets) throws Exception {
    attempts.incrementAndGet();
    for (int index = 0; index < targets.length - 1; index++) {
      client.read(client.send("POST", targets[index], "{}"));
    }
    return client.send("POST", targets[targets.length - 1], "{}");
  }

  @Retry(backoff = "1ms", retryAmbiguous = false)
  Object clearOnly(URI target) throws Exception {
    return attempt("POST", target);
  }

  @Retry(backoff = "1ms", retryAmbiguous = false)
  Object clearOnlyKeyed(@IdempotencyKey String key, URI target) throws Exception {
    return attempt("POST", target);
  }

  @Retry(backoff = "1ms", retryAmbiguous = false)
  Object clearOnlyThenFails(URI target) throws Exception {
    client.read(attempt("POST", target));
    throw new IllegalStateException("after it was sent");
  }

  @Deadline("400ms")
  String cut(URI target) throws Exception {
    return client.read(attempt("GET", target));
  }

  @Deadline(value = "400ms", interrupt = false)
  String timedOut(URI target) throws Exception {
    return client.read(attempt("GET", target));
  }

  @Retry(backoff = "1ms")
  Object sentOnce(URI target, Object body) throws Exception {
    attempts.incrementAndGet();
    return client.sendOnce(target, body);
  }

  private Object attempt(String method, URI target) throws Exception {
    attempts.incrementAndGet();
    return client.send(method, target, "{}");
  }
}
