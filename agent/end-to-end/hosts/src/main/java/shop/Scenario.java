package shop;

import dev.holdfast.CircuitBreaker;
import dev.holdfast.CircuitOpenException;
import dev.holdfast.Fallback;
import dev.holdfast.Holdfast;
import dev.holdfast.Retry;
import java.util.function.Supplier;
import ports.Port;

/** What runs in every host: fails twice and is retried, breaks a circuit, and is substituted. */
public class Scenario implements Port, Supplier<String> {

  private int tries;
  private int sent;
  private int broken;

  @Override
  public String get() {
    return "retried=" + flaky() + " inherited=" + send() + " " + calls() + " covered=" + covered();
  }

  @Retry(backoff = "1ms")
  private int flaky() {
    if (++tries < 3) {
      throw new IllegalStateException("down");
    }
    return tries;
  }

  @Override
  public int send() {
    if (++sent < 3) {
      throw new IllegalStateException("down");
    }
    return sent;
  }

  private String calls() {
    int refused = 0;
    for (int i = 0; i < 6; i++) {
      try {
        fragile();
      } catch (CircuitOpenException open) {
        refused++;
      } catch (IllegalArgumentException failure) {
        broken++;
      }
    }
    return "broken=" + broken + " refused=" + refused;
  }

  @CircuitBreaker(window = "4", minimumCalls = 4, openFor = "1h")
  void fragile() {
    throw new IllegalArgumentException("broken");
  }

  private String covered() {
    String answer = substituted();
    return answer + (Holdfast.degraded() ? " degraded" : "");
  }

  @Fallback(value = "substitute")
  protected String substituted() {
    throw new IllegalStateException("gone");
  }
}
