package bank;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Lets what comes next fail or stand still, as often as it is told to. */
@Component
public class Trouble {

  private final AtomicInteger left = new AtomicInteger();
  private volatile CountDownLatch begun = new CountDownLatch(1);
  private volatile CountDownLatch over = new CountDownLatch(0);

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

  /** From now on what awaits stands still. */
  public void hold() {
    begun = new CountDownLatch(1);
    over = new CountDownLatch(1);
  }

  /** Waits until somebody stands still. */
  public void awaitHeld() throws InterruptedException {
    begun.await(30, TimeUnit.SECONDS);
  }

  /** What stands still goes on. */
  public void release() {
    over.countDown();
  }

  /** Stands still while it has to. */
  public void await() throws InterruptedException {
    begun.countDown();
    over.await(30, TimeUnit.SECONDS);
  }
}
