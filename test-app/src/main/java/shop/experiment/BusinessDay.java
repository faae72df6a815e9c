package shop.experiment;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import shop.Order;
import shop.Shop;
import shop.services.Settings;

/**
 * A day of the shop: customers come by the timetable, each on a thread of their own, and after the
 * last one the shop has some time to charge what is still to be charged.
 */
final class BusinessDay {
  private static final Duration TIME_TO_FINISH = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(50);

  private final Timetable timetable;
  private final long seed;
  private final PrintStream progress;
  private final Journal journal = new Journal();

  BusinessDay(Timetable timetable, long seed, PrintStream progress) {
    this.timetable = timetable;
    this.seed = seed;
    this.progress = progress;
  }

  /** Runs the day, with services of its own, and prints a line each second. */
  Report run() throws IOException, InterruptedException {
    Settings settings = new Settings(seed, timetable.outageStart(), timetable.outageLength());
    try (ServicesProcess services = new ServicesProcess(settings);
        Shop shop = new Shop(services.addresses())) {
      ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
      long start = System.nanoTime();
      clock.scheduleAtFixedRate(() -> printProgress(start), 1, 1, TimeUnit.SECONDS);
      serveCustomers(new Customer(shop), start);
      finishCharges(shop);
      clock.shutdownNow();
      return Report.of(journal.outcomes(), services.books());
    }
  }

  private void serveCustomers(Customer customer, long start) throws InterruptedException {
    ExecutorService customers = Executors.newCachedThreadPool();
    for (int i = 0; i < timetable.orders(); i++) {
      long wait = timetable.arrival(i).toNanos() - (System.nanoTime() - start);
      TimeUnit.NANOSECONDS.sleep(wait);
      Order order = order(i);
      customers.submit(
          () -> {
            journal.add(customer.buy(order));
            return null;
          });
    }
    customers.shutdown();
    if (!customers.awaitTermination(TIME_TO_FINISH.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException(
          "customers still wait " + TIME_TO_FINISH.toSeconds() + " s after the last order");
    }
  }

  private static void finishCharges(Shop shop) throws InterruptedException {
    long start = System.nanoTime();
    while (shop.pendingCharges() > 0 && System.nanoTime() - start < TIME_TO_FINISH.toNanos()) {
      Thread.sleep(POLL.toMillis());
    }
  }

  private static Order order(int index) {
    return new Order("order-" + (index + 1), "customer-" + (index % 97 + 1), 500 + index * 10L);
  }

  private void printProgress(long start) {
    Duration time = Duration.ofNanos(System.nanoTime() - start);
    List<Outcome> outcomes = journal.outcomes();
    progress.printf(
        "%3d s  %4d of %d orders  %3d failed  %3d degraded%s%n",
        time.toSeconds(),
        outcomes.size(),
        timetable.orders(),
        outcomes.stream().filter(outcome -> !outcome.isTaken()).count(),
        outcomes.stream().filter(Outcome::isDegraded).count(),
        timetable.isOutage(time) ? "  (all services are out)" : "");
  }
}
