package shop;

import dev.holdfast.CircuitBreaker;
import dev.holdfast.Retry;
import java.util.function.Supplier;
import org.mockito.MockedConstruction;
import org.mockito.MockedStatic;
import org.mockito.Mockito;

/** Test doubles of guarded classes: what they are told to do is all that happens. */
public class Doubles implements Supplier<String> {

  /** What is doubled. */
  public static class Rates {

    private int tries;

    @Retry(backoff = "0")
    @CircuitBreaker(window = "2", minimumCalls = 2, openFor = "1h")
    int rate() {
      return ++tries < 2 ? failing() : tries;
    }

    private int failing() {
      throw new IllegalStateException("real");
    }

    @Retry(backoff = "0")
    static int fixed() {
      return 1;
    }
  }

  @Override
  public String get() {
    return mocked() + " " + spied() + " " + constructed() + " " + fixed();
  }

  private static String mocked() {
    Rates mock = Mockito.mock(Rates.class);
    Mockito.when(mock.rate()).thenThrow(new IllegalStateException("told"));
    String answers = failure(mock::rate) + "," + failure(mock::rate) + "," + failure(mock::rate);
    return "mocked=" + answers + " x" + calls(mock);
  }

  private static String spied() {
    Rates spy = Mockito.spy(new Rates());
    return "spied=" + failure(spy::rate) + " x" + calls(spy);
  }

  private static String constructed() {
    try (MockedConstruction<Rates> mocks = Mockito.mockConstruction(Rates.class)) {
      int rate = new Rates().rate();
      return "constructed=" + rate + " x" + calls(mocks.constructed().get(0));
    }
  }

  private static String fixed() {
    int[] calls = {0};
    try (MockedStatic<Rates> mock = Mockito.mockStatic(Rates.class)) {
      mock.when(Rates::fixed)
          .thenAnswer(
              call -> {
                calls[0]++;
                throw new IllegalStateException("told");
              });
      return "static=" + failure(Rates::fixed) + " x" + calls[0];
    }
  }

  private static int calls(Object mock) {
    return Mockito.mockingDetails(mock).getInvocations().size();
  }

  private static String failure(Supplier<Integer> call) {
    try {
      return String.valueOf(call.get());
    } catch (RuntimeException failure) {
      return String.valueOf(failure.getMessage());
    }
  }
}
