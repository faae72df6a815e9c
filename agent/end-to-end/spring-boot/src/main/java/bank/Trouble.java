package bank;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Lets what comes next fail, as often as it is told to. */
@Component
public class Trouble {

  private final AtomicInteger left = new AtomicInteger();

  /** The next so many fail. */
  public void expect(int failures) {
    left.set(failures);
  }

  /**
   * Fails if there is trouble left.
   *
   * @throws IllegalStateException then
   */
  public void strike() {
    if (left.getAndUpdate(before -> Math.max(0, before - 1)) > 0) {
      throw new IllegalStateException("trouble");
    }
  }
}
