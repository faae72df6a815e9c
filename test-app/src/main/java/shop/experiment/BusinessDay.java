package shop.experiment;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import shop.Order;
import shop.Shop;
import shop.services.Settings;

/**
 * A day of the shop: customers come by the timetable, each on a thread of their own, and after the
 * last one the shop has some time to charge what is still to be charged.
 *
 * @param timetable when customers come
 * @param seed of what the services do to them
 */
record BusinessDay(Timetable timetable, long seed) {
  private static final Duration TIME_TO_CHARGE = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(50);

  /**
   * Runs the day, with services of its own.
   *
   * @param out takes a line each second
   */
  Report run(PrintStream out) throws IOException, InterruptedException, ExecutionException {
    Settings settings = new Settings(seed, timetable.outageStart(), timetable.outageLength());
    try (ServicesProcess services = new ServicesProcess(settings);
        Shop shop = new Shop(services.addresses());
        Progress progress = new Progress(timetable, out)) {
      List<Outcome> outcomes = serveCustomers(new Customer(shop::place), progress);
      waitForCharges(shop);
      return Report.of(outcomes, services.books());
    }
  }

  /** Lets the customers come, and waits for them all. */
  List<Outcome> serveCustomers(Customer customer, Progress progress)
      throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      List<Future<Outcome>> orders = new ArrayList<>();
      long start = System.nanoTime();
      for (int i = 0; i < timetable.orders(); i++) {
        TimeUnit.NANOSECONDS.sleep(start + timetable.arrival(i).toNanos() - System.nanoTime());
        Order order = order(i + 1);
        orders.add(
            threads.submit(
                () -> {
                  Outcome outcome = customer.buy(order);
                  progress.count(outcome);
                  return outcome;
                }));
      }
      List<Outcome> outcomes = new ArrayList<>();
      for (Future<Outcome> order : orders) {
        outcomes.add(order.get());
      }
      return outcomes;
    } finally {
      threads.shutdownNow();
    }
  }

  private static void waitForCharges(Shop shop) throws InterruptedException {
    long start = System.nanoTime();
    while (shop.pendingCharges() > 0 && System.nanoTime() - start < TIME_TO_CHARGE.toNanos()) {
      Thread.sleep(POLL.toMillis());
    }
  }

  private static Order order(int number) {
    return new Order("order-" + number, "customer-" + number % 97, 500 + number * 10L);
  }
}
