package calls;

import clients.Client;
import dev.holdfast.CircuitBreaker;
import dev.holdfast.Deadline;
import dev.holdfast.Holdfast;
import dev.holdfast.IdempotencyKey;
import dev.holdfast.Idempotent;
import dev.holdfast.Retry;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Calls that wait for what they answer. */
class DirectCalls implements Calls {

  private final Client client;
  private final AtomicInteger attempts = new AtomicInteger();

  DirectCalls(Client client) {
    this.client = client;
  }

  @Override
  public int attempts() {
    return attempts.get();
  }

  @Override
  public Object bare(String method, URI target) throws Exception {
    return client.send(method, target, "{}");
  }

  @Override
  @Retry(backoff = "1ms")
  public Object retried(String method, URI target) throws Exception {
    return attempt(method, target);
  }

  @Override
  @Retry(backoff = "0")
  public Object retriedAtOnce(URI target) throws Exception {
    return attempt("GET", target);
  }

  @Override
  @Retry(backoff = "0")
  public Object thrown(URI target) throws Exception {
    attempts.incrementAndGet();
    return client.get(target);
  }

  @Override
  @Retry(backoff = "1ms")
  @Deadline("3s")
  public Object inTime(String method, URI target) throws Exception {
    return attempt(method, target);
  }

  @Override
  @Retry(backoff = "1ms")
  public Object keyed(
      @IdempotencyKey @Nullable String key, String method, URI target, String... headers)
      throws Exception {
    attempts.incrementAndGet();
    return client.send(method, target, "{}", headers);
  }

  @Override
  @Idempotent(key = "order")
  public String byPath(String order, URI target) throws Exception {
    return client.read(attempt("POST", target));
  }

  @Override
  @Retry(backoff = "1ms")
  public Object several(@IdempotencyKey String key, URI... targets) throws Exception {
    attempts.incrementAndGet();
    for (int index = 0; index < targets.length - 1; index++) {
      client.read(client.send("POST", targets[index], "{}"));
    }
    return client.send("POST", targets[targets.length - 1], "{}");
  }

  @Override
  @Retry(backoff = "1ms", retryAmbiguous = false)
  public Object clearOnly(URI target) throws Exception {
    return attempt("POST", target);
  }

  @Override
  @Retry(backoff = "1ms", retryAmbiguous = false)
  public Object clearOnlyKeyed(@IdempotencyKey String key, URI target) throws Exception {
    return attempt("POST", target);
  }

  @Override
  @Retry(backoff = "1ms", retryAmbiguous = false)
  public Object clearOnlyByHand(@IdempotencyKey String key, URI target) throws Exception {
    attempts.incrementAndGet();
    return client.send("POST", target, "{}", Trial.KEY, Holdfast.idempotencyKey().orElseThrow());
  }

  @Override
  @Retry(backoff = "1ms", retryAmbiguous = false)
  public Object clearOnlyAround(URI target) throws Exception {
    return pay(null, target);
  }

  @CircuitBreaker
  Object pay(@IdempotencyKey @Nullable String key, URI target) throws Exception {
    return attempt("POST", target);
  }

  @Override
  @Retry(backoff = "1ms", retryAmbiguous = false)
  public Object clearOnlyThenFails(URI target) throws Exception {
    client.read(attempt("POST", target));
    throw new IllegalStateException("after it was sent");
  }

  @Override
  @Deadline("400ms")
  public String cut(URI target) throws Exception {
    return client.read(attempt("GET", target));
  }

  @Override
  @Deadline("400ms")
  public String cutBeside(URI target, URI other) throws Exception {
    Object begun = attempt("GET", target);
    client.read(attempt("GET", other));
    return client.read(begun);
  }

  @Override
  @Deadline(value = "400ms", interrupt = false)
  public String timedOut(URI target) throws Exception {
    return client.read(attempt("GET", target));
  }

  @Override
  @Retry(backoff = "1ms")
  public Object sentOnce(URI target, Object body) throws Exception {
    attempts.incrementAndGet();
    return client.sendOnce(target, body);
  }

  @Override
  @Retry(backoff = "1ms")
  public Object sentOnceAround(URI target, Object body) throws Exception {
    attempts.incrementAndGet();
    return sendOnce(target, body);
  }

  @CircuitBreaker
  private Object sendOnce(URI target, Object body) throws Exception {
    return client.sendOnce(target, body);
  }

  @Override
  @Retry(backoff = "1ms", attemptTimeout = "300ms")
  public Object sentAgain(Object request) throws Exception {
    attempts.incrementAndGet();
    return client.send(request);
  }

  private Object attempt(String method, URI target) throws Exception {
    attempts.incrementAndGet();
    return client.send(method, target, "{}");
  }
}
