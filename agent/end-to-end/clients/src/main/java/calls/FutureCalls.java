package calls;

import clients.JavaNetHttpAsync;
import dev.holdfast.CircuitBreaker;
import dev.holdfast.Deadline;
import dev.holdfast.Holdfast;
import dev.holdfast.IdempotencyKey;
import dev.holdfast.Idempotent;
import dev.holdfast.Retry;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Calls that answer futures, as the client made them. */
class FutureCalls implements Calls {

  private final JavaNetHttpAsync client;
  private final AtomicInteger attempts = new AtomicInteger();

  FutureCalls(JavaNetHttpAsync client) {
    this.client = client;
  }

  @Override
  public int attempts() {
    return attempts.get();
  }

  @Override
  public CompletableFuture<HttpResponse<String>> bare(String method, URI target) {
    return client.send(method, target, "{}");
  }

  @Override
  @Retry(backoff = "1ms")
  public CompletableFuture<HttpResponse<String>> retried(String method, URI target) {
    return attempt(method, target);
  }

  @Override
  @Retry(backoff = "0")
  public CompletableFuture<HttpResponse<String>> retriedAtOnce(URI target) {
    return attempt("GET", target);
  }

  @Override
  public Object thrown(URI target) {
    throw new UnsupportedOperationException();
  }

  @Override
  @Retry(backoff = "1ms")
  @Deadline("3s")
  public CompletableFuture<HttpResponse<String>> inTime(String method, URI target) {
    return attempt(method, target);
  }

  @Override
  @Retry(backoff = "1ms")
  public CompletableFuture<HttpResponse<String>> keyed(
      @IdempotencyKey @Nullable String key, String method, URI target, String... headers) {
    attempts.incrementAndGet();
    return client.send(method, target, "{}", headers);
  }

  @Override
  @Idempotent(key = "order")
  public CompletableFuture<String> byPath(String order, URI target) {
    return attempt("POST", target).thenApply(HttpResponse::body);
  }

  @Override
  @Retry(backoff = "1ms")
  public CompletableFuture<HttpResponse<String>> several(
      @IdempotencyKey String key, URI... targets) {
    attempts.incrementAndGet();
    for (int index = 0; index < targets.length - 1; index++) {
      client.send("POST", targets[index], "{}").join();
    }
    return client.send("POST", targets[targets.length - 1], "{}");
  }

  @Override
  @Retry(backoff = "1ms", retryAmbiguous = false)
  public CompletableFuture<HttpResponse<String>> clearOnly(URI target) {
    return attempt("POST", target);
  }

  @Override
  @Retry(backoff = "1ms", retryAmbiguous = false)
  public CompletableFuture<HttpResponse<String>> clearOnlyKeyed(
      @IdempotencyKey String key, URI target) {
    return attempt("POST", target);
  }

  @Override
  @Retry(backoff = "1ms", retryAmbiguous = false)
  public CompletableFuture<HttpResponse<String>> clearOnlyByHand(
      @IdempotencyKey String key, URI target) {
    attempts.incrementAndGet();
    return client.send("POST", target, "{}", Trial.KEY, Holdfast.idempotencyKey().orElseThrow());
  }

  @Override
  @Retry(backoff = "1ms", retryAmbiguous = false)
  public CompletableFuture<HttpResponse<String>> clearOnlyAround(URI target) {
    return pay(null, target);
  }

  @CircuitBreaker
  CompletableFuture<HttpResponse<String>> pay(@IdempotencyKey @Nullable String key, URI target) {
    return attempt("POST", target);
  }

  @Override
  @Retry(backoff = "1ms", retryAmbiguous = false)
  public CompletableFuture<HttpResponse<String>> clearOnlyThenFails(URI target) {
    return attempt("POST", target)
        .thenApply(
            response -> {
              throw new IllegalStateException("after it was sent");
            });
  }

  @Override
  @Deadline("400ms")
  public CompletableFuture<HttpResponse<String>> cut(URI target) {
    return attempt("GET", target);
  }

  @Override
  @Deadline("400ms")
  public CompletableFuture<HttpResponse<String>> cutBeside(URI target, URI other) {
    CompletableFuture<HttpResponse<String>> begun = attempt("GET", target);
    return attempt("GET", other).thenCompose(read -> begun);
  }

  @Override
  @Deadline(value = "400ms", interrupt = false)
  public CompletableFuture<HttpResponse<String>> timedOut(URI target) {
    return attempt("GET", target);
  }

  @Override
  public Object sentOnce(URI target, Object body) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Object sentOnceAround(URI target, Object body) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Object sentAgain(Object request) {
    throw new UnsupportedOperationException();
  }

  private CompletableFuture<HttpResponse<String>> attempt(String method, URI target) {
    attempts.incrementAndGet();
    return client.send(method, target, "{}");
  }
}
