package shop;

import dev.holdfast.CircuitBreaker;
import dev.holdfast.CircuitOpenException;
import dev.holdfast.Deadline;
import dev.holdfast.DeadlineExceededException;
import dev.holdfast.Fallback;
import dev.holdfast.Holdfast;
import dev.holdfast.Idempotent;
import dev.holdfast.Retry;
import java.util.UUID;
import java.util.function.Supplier;
import ports.Port;

/**
 * What runs in every host: fails twice and is retried, breaks a circuit, runs once for two calls of
 * one key, is cut at its deadline, and is substituted.
 */
public class Scenario implements Port, Supplier<String> {

  private int tries;
  private int sent;
  private int broken;
  private int booked;

  @Override
  public String get() {
    return "retried="
        + flaky()
        + " inherited="
        + send()
        + " "
        + calls()
        + " stored="
        + stored()
        + " late="
        + late()
        + " covered="
        + covered();
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

  private String stored() {
    String key = UUID.randomUUID().toString();
    return book(key) + "," + book(key);
  }

  @Idempotent(key = "#0")
  int book(String key) {
    return ++booked;
  }

  private boolean late() {
    try {
      sleep();
      return false;
    } catch (DeadlineExceededException late) {
      return true;
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  @Deadline("5ms")
  void sleep() throws InterruptedException {
    Thread.sleep(30_000);
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
