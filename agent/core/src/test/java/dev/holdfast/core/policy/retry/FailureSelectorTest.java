package dev.holdfast.core.policy.retry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.core.call.FailureTypes;
import dev.holdfast.core.call.HttpAnswer;
import dev.holdfast.core.call.ResponseReader;
import dev.holdfast.core.call.Responses;
import dev.holdfast.core.call.Statuses;
import dev.holdfast.core.policy.retry.FailureSelector.Next;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** Failures that carry a response, as the exceptions of clients do. */
class FailureSelectorTest {

  private static final String EXCEPTION = "java.lang.Exception";
  private static final String CARRIER = Carrier.class.getName();

  @Test
  void theStatusDecidesWhateverTypesAreListed() {
    FailureSelector none = selector(List.of(), List.of(EXCEPTION), "503");
    FailureSelector all = selector(List.of(EXCEPTION), List.of(), "503");

    assertThat(none.mayRetry(new Carrier(503, Map.of()))).isTrue();
    assertThat(all.mayRetry(new Carrier(404, Map.of()))).isFalse();
  }

  @Test
  void theResponseMayBeDeepInTheCauses() {
    FailureSelector selector = selector(List.of(), List.of(), "503");

    assertThat(
            selector.mayRetry(
                new CompletionException(new IllegalStateException(new Carrier(503, Map.of())))))
        .isTrue();
  }

  @Test
  void exactlyTheExceptionBeatsTheStatus() {
    FailureSelector always = selector(List.of(CARRIER), List.of(), "503");
    FailureSelector never = selector(List.of(EXCEPTION), List.of(CARRIER), "503");

    assertThat(always.mayRetry(new Carrier(404, Map.of()))).isTrue();
    assertThat(never.mayRetry(new Carrier(503, Map.of()))).isFalse();
  }

  @Test
  void withoutStatusesTypesDecide() {
    FailureSelector selector = selector(List.of(EXCEPTION), List.of(), "");

    assertThat(selector.mayRetry(new Carrier(404, Map.of()))).isTrue();
  }

  @Test
  void aFailureThatAServerHasRetriedIsLeftAlone() {
    Carrier marked = new Carrier(503, Map.of("Holdfast-Retried", List.of("2")));

    assertThat(selector(List.of(EXCEPTION), List.of(), "503").mayRetry(marked)).isFalse();
    assertThat(selector(List.of(EXCEPTION), List.of(), "").mayRetry(marked)).isFalse();
  }

  @Test
  void onlyWhatAServerHasRetriedAndWouldBeTriedAgainIsMarkedSo() {
    FailureSelector selector = selector(List.of(EXCEPTION), List.of(), "503");
    Map<String, List<String>> mark = Map.of("Holdfast-Retried", List.of("2"));

    assertThat(
            List.of(
                selector.after(new Carrier(503, mark)),
                selector.after(new Carrier(500, mark)),
                selector.after(new Carrier(503, Map.of()))))
        .containsExactly(Next.NOTHING_MORE, Next.NOTHING, Next.ATTEMPT);
  }

  private static FailureSelector selector(List<String> on, List<String> not, String statuses) {
    return new FailureSelector(
        new FailureTypes(on, not),
        Statuses.parse(statuses),
        new Responses(List.of(new Reader())),
        true);
  }

  private static final class Carrier extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient HttpAnswer answer;

    Carrier(int status, Map<String, List<String>> headers) {
      answer = new HttpAnswer(status, name -> headers.getOrDefault(name, List.of()));
    }
  }

  private static final class Reader implements ResponseReader {

    @Override
    public boolean mayBeReturnedAs(Class<?> type) {
      return false;
    }

    @Override
    public Optional<HttpAnswer> read(Object resultOrFailure) {
      return resultOrFailure instanceof Carrier carrier
          ? Optional.of(carrier.answer)
          : Optional.empty();
    }

    @Override
    public void discard(Object response) {}
  }
}
