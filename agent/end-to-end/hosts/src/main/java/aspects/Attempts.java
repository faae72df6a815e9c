package aspects;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.aspectj.lang.annotation.Aspect;
import org.aspectj.lang.annotation.Before;

/** Counts how often the body of a guarded method begins. */
@Aspect
public class Attempts implements Supplier<String> {

  private static final AtomicInteger ADVISED = new AtomicInteger();

  /** An attempt begins. */
  @Before("execution(int shop.Scenario.flaky())")
  public void begin() {
    ADVISED.incrementAndGet();
  }

  @Override
  public String get() {
    return "advised=" + ADVISED;
  }
}
