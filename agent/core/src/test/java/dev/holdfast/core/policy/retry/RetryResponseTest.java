package dev.holdfast.core.policy.retry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.Jitter;
import dev.holdfast.Retry;
import dev.holdfast.core.call.Call;
import dev.holdfast.core.call.FakeResponse;
import dev.holdfast.core.call.Scope;
import dev.holdfast.core.call.Scopes;
import dev.holdfast.core.call.ServedRequest;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RetryResponseTest {

  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final FakeResponse<String> ok = FakeResponse.of(200);
  private final FakeResponse<String> unavailable = FakeResponse.of(503);

  @SuppressWarnings("unused") // compiled against, never called
  private abstract static class Client {

    @Retry(jitter = Jitter.NONE)
    abstract HttpResponse<String> get();

    @Retry(jitter = Jitter.NONE)
    abstract Object any();

    @Retry(jitter = Jitter.NONE)
    abstract String text();

    @Retry(jitter = Jitter.NONE, statuses = "")
    abstract HttpResponse<String> unjudged();

    @Retry(jitter = Jitter.NONE, retryAfter = false)
    abstract HttpResponse<String> deaf();

    @Retry(jitter = Jitter.NONE, retryAmbiguous = false)
    abstract HttpResponse<String> careful();
  }

  @Test
  void aListedStatusThatIsReturnedIsTriedAgain() throws Throwable {
    Retried get = new Retried(Client.class, "get");

    assertThat(get.call(attempt -> attempt == 1 ? unavailable : ok)).isSameAs(ok);
    assertThat(get.attempts()).isEqualTo(2);
  }

  @Test
  void otherStatusesAreNot() throws Throwable {
    Retried get = new Retried(Client.class, "get");
    FakeResponse<String> broken = FakeResponse.of(500);

    assertThat(get.call(attempt -> broken)).isSameAs(broken);
    assertThat(get.attempts()).isEqualTo(1);
  }

  @Test
  void whenAttemptsRunOutTheCallerGetsTheResponse() throws Throwable {
    Retried get = new Retried(Client.class, "get");
    Call call = new Call(new Object[0]);

    assertThat(get.call(call, attempt -> unavailable)).isSameAs(unavailable);
    assertThat(get.attempts()).isEqualTo(3);
    assertThat(call.isRejected()).isTrue();
    assertThat(call.isAmbiguous()).isTrue();
  }

  @Test
  void responsesAreFoundBehindAnyDeclaredType() throws Throwable {
    Retried any = new Retried(Client.class, "any");

    any.call(attempt -> attempt == 1 ? unavailable : "no response");

    assertThat(any.attempts()).isEqualTo(2);
  }

  @Test
  void methodsThatReturnNoResponsesAreNotJudged() throws Throwable {
    Retried text = new Retried(Client.class, "text");
    Retried unjudged = new Retried(Client.class, "unjudged");

    assertThat(List.of(policy(text).judge().isNeeded(), policy(unjudged).judge().isNeeded()))
        .containsExactly(false, false);
    assertThat(unjudged.call(attempt -> unavailable)).isSameAs(unavailable);
  }

  @Test
  void aDemandIsTheFloorOfTheWait() throws Throwable {
    Retried get = new Retried(Client.class, "get");
    FakeResponse<String> busy = FakeResponse.of(429, "Retry-After", "7");

    get.call(attempt -> attempt == 1 ? busy : ok);

    assertThat(get.time().sleeps()).containsExactly(7 * SECOND);
  }

  @Test
  void aDemandThatIsTooLongFailsAtOnce() throws Throwable {
    Retried get = new Retried(Client.class, "get");
    FakeResponse<String> closed = FakeResponse.of(503, "Retry-After", "11");

    assertThat(get.call(attempt -> closed)).isSameAs(closed);
    assertThat(get.attempts()).isEqualTo(1);
    assertThat(get.outcomes()).containsEntry("retry.demand-too-long", 1L);
    assertThat(get.events().get(0).sentence())
        .endsWith(
            "after 1 attempt in 0 ms, last with a result that was rejected:"
                + " the server demands a longer wait than is allowed");
  }

  @Test
  void aDemandBeyondAllTimeFailsAtOnce() throws Throwable {
    Retried get = new Retried(Client.class, "get");
    FakeResponse<String> never = FakeResponse.of(503, "Retry-After", "99999999999999999999999");

    assertThat(get.call(attempt -> never)).isSameAs(never);
    assertThat(get.time().sleeps()).isEmpty();
  }

  @Test
  void demandsMayBeIgnored() throws Throwable {
    Retried deaf = new Retried(Client.class, "deaf");
    FakeResponse<String> closed = FakeResponse.of(503, "Retry-After", "11");

    deaf.call(attempt -> attempt == 1 ? closed : ok);

    assertThat(deaf.time().sleeps()).containsExactly(SECOND / 10);
  }

  @Test
  void whatAServerHasRetriedItselfIsNotTriedAgain() throws Throwable {
    Retried get = new Retried(Client.class, "get");
    FakeResponse<String> retried = FakeResponse.of(503, "Holdfast-Retried", "3");
    Call call = new Call(new Object[0]);

    assertThat(get.call(call, attempt -> retried)).isSameAs(retried);
    assertThat(get.attempts()).isEqualTo(1);
    assertThat(call.isRejected()).isTrue();
  }

  @Test
  void whoeverCalledUsIsToldThatAServerHasRetried() throws Throwable {
    Retried get = new Retried(Client.class, "get");
    Served served = new Served();
    Scope outer = Scopes.serve(served, Scope.NONE);

    get.call(attempt -> unavailable);
    int ofOurs = served.attempts.getAndSet(0);
    get.call(attempt -> FakeResponse.of(503, "Holdfast-Retried", "3"));
    int ofServer = served.attempts.getAndSet(0);
    get.call(attempt -> FakeResponse.of(500));
    int ofNobody = served.attempts.get();
    Scopes.leave(outer);
    Scopes.serve(ServedRequest.NONE, outer);

    assertThat(List.of(ofOurs, ofServer, ofNobody)).containsExactly(3, 1, 0);
  }

  @Test
  void whoeverCalledUsIsToldNothingWhereCallsAreOnlyObserved() {
    Retried get = new Retried(Client.class, "get");
    Served served = new Served();
    Scope outer = Scopes.serve(served, Scope.NONE);

    get.observe(FakeResponse.of(503, "Holdfast-Retried", "3"), null);
    Scopes.leave(outer);
    Scopes.serve(ServedRequest.NONE, outer);

    assertThat(served.attempts).hasValue(0);
  }

  private static final class Served implements ServedRequest {

    private final AtomicInteger attempts = new AtomicInteger();

    @Override
    public @Nullable String header(String name) {
      return null;
    }

    @Override
    public @Nullable String principal() {
      return null;
    }

    @Override
    public void exhaust(int made) {
      attempts.set(made);
    }
  }

  @Test
  void theMarkOfAServerMayBeIgnored() throws Throwable {
    Retried get = new Retried(Client.class, "get").with("holdfast.http.retried", "ignore");
    FakeResponse<String> retried = FakeResponse.of(503, "Holdfast-Retried", "3");

    get.call(attempt -> retried);

    assertThat(get.attempts()).isEqualTo(3);
  }

  @Test
  void anAmbiguousResponseIsNotTriedAgainWhereThatIsForbidden() throws Throwable {
    Retried careful = new Retried(Client.class, "careful");
    FakeResponse<String> rejection = FakeResponse.of(503, "Retry-After", "1");

    careful.call(attempt -> unavailable);
    careful.call(attempt -> rejection);

    assertThat(careful.attempts()).isEqualTo(1 + 3);
  }

  @Test
  void theBodyOfAResponseThatIsTriedAgainIsClosed() throws Throwable {
    Retried any = new Retried(Client.class, "any");
    AtomicInteger closed = new AtomicInteger();
    InputStream body =
        new ByteArrayInputStream(new byte[0]) {
          @Override
          public void close() {
            closed.incrementAndGet();
          }
        };

    any.call(attempt -> new FakeResponse<>(503, Map.of(), body));

    assertThat(closed).hasValue(2);
  }

  @Test
  void layersDoNotMultiplyOverReturnedResponses() throws Throwable {
    Retried outer = new Retried(Client.class, "get");
    Retried inner = new Retried(Client.class, "any", outer.time());

    Object result = outer.call(attempt -> inner.call(ignored -> FakeResponse.of(503)));

    assertThat(result).isInstanceOf(HttpResponse.class);
    assertThat(List.of(outer.attempts(), inner.attempts())).containsExactly(1, 3);
  }

  private static RetryPolicy policy(Retried retried) {
    return (RetryPolicy) retried.layers().get(0).policy();
  }
}
