package desk;

import dev.holdfast.CircuitBreaker;
import dev.holdfast.CircuitOpenException;
import dev.holdfast.Deadline;
import dev.holdfast.Holdfast;
import dev.holdfast.Idempotent;
import dev.holdfast.Retry;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers what is asked, by guarded methods; says how often it did anything. */
public final class Desk {

  private final boolean isAway = true;
  private final AtomicInteger charges = new AtomicInteger();
  private final AtomicInteger slowCalls = new AtomicInteger();
  private final CountDownLatch released = new CountDownLatch(1);

  /** What a path is answered; what a guard refuses is nobody's business here. */
  public Reply answer(String path, String query) throws InterruptedException {
    return switch (path) {
      case "/charge" -> Reply.ok(charge(query));
      case "/order" -> Reply.ok(order(query));
      case "/charges" -> Reply.ok("" + charges.get());
      case "/slow" -> Reply.ok(slow());
      case "/slow-calls" -> Reply.ok("" + slowCalls.get());
      case "/release" -> release();
      case "/broken" -> Reply.ok(broken());
      case "/mapped" -> mapped();
      case "/failing" -> Reply.ok(failing());
      case "/caught" -> caught();
      case "/left" -> Reply.ok("" + left());
      default -> new Reply(404, "");
    };
  }

  @Idempotent(key = "header:Idempotency-Key", concurrent = Idempotent.Concurrent.REJECT)
  String charge(String amount) {
    return amount + " charged, number " + charges.incrementAndGet();
  }

  @Idempotent(key = "header:X-Order")
  String order(String amount) {
    return amount + " ordered, number " + charges.incrementAndGet();
  }

  @Idempotent(key = "header:Idempotency-Key", concurrent = Idempotent.Concurrent.REJECT)
  String slow() throws InterruptedException {
    slowCalls.incrementAndGet();
    return "released: " + released.await(30, TimeUnit.SECONDS);
  }

  @CircuitBreaker(minimumCalls = 2, openFor = "20s")
  String broken() {
    return ask();
  }

  @Retry(maxAttempts = 3, backoff = "0")
  String failing() {
    return ask();
  }

  @Deadline("10s")
  long left() {
    return Holdfast.remaining().map(Duration::toMillis).orElse(-1L);
  }

  private Reply release() {
    released.countDown();
    return Reply.ok("released");
  }

  private Reply mapped() {
    try {
      return Reply.ok(broken());
    } catch (CircuitOpenException open) {
      return new Reply(418, "mapped by the application");
    }
  }

  private Reply caught() {
    try {
      return Reply.ok(failing());
    } catch (IllegalStateException exhausted) {
      return new Reply(503, "caught by the application");
    }
  }

  private String ask() {
    if (isAway) {
      throw new IllegalStateException("secret of the database");
    }
    return "answered";
  }
}
