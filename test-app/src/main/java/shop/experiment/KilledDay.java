package shop.experiment;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import shop.Order;
import shop.Receipt;
import shop.services.Settings;

/**
 * A day of a shop whose instances are killed while customers wait. These ask again, anywhere, until
 * they know what they were charged; and then once more, because they do not believe it.
 *
 * @param timetable when customers come
 * @param seed of what happens to them
 */
record KilledDay(Timetable timetable, long seed, Fleet fleet) {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long ASTONISHMENT_MILLIS = 300;

  /**
   * Runs the day, with services of its own.
   *
   * @param out takes a line each second
   */
  Report run(PrintStream out) throws IOException, InterruptedException, ExecutionException {
    Settings settings = new Settings(seed, timetable.outageStart(), timetable.outageLength());
    AtomicInteger differing = new AtomicInteger();
    try (ServicesProcess services = new ServicesProcess(settings);
        Instances instances = new Instances(fleet, services.addresses(), seed);
        Progress progress = new Progress(timetable, out)) {
      Customer customer = new Customer(order -> insist(instances, order, differing));
      List<Outcome> outcomes = new BusinessDay(timetable, seed).serveCustomers(customer, progress);
      out.printf(
          "%d instances, %d killed; asked again, %d customers got another charge%n",
          fleet.size(), instances.stopKilling(), differing.get());
      return Report.of(outcomes, services.books());
    }
  }

  private static Receipt insist(Instances instances, Order order, AtomicInteger differing)
      throws IOException, InterruptedException {
    Receipt first = charged(instances, order);
    if (!charged(instances, order).payment().equals(first.payment())) {
      differing.incrementAndGet();
    }
    return first;
  }

  /** A charge that is still to come is only a promise of somebody who may be killed. */
  private static Receipt charged(Instances instances, Order order)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    while (System.nanoTime() - start < PATIENCE.toNanos()) {
      try {
        Receipt receipt = instances.order(order);
        if (!receipt.payment().isPending()) {
          return receipt;
        }
      } catch (IOException killedOrFailed) {
        // Another one may know more.
      }
      Thread.sleep(ASTONISHMENT_MILLIS);
    }
    throw new IOException("nobody charges " + order.id());
  }
}
