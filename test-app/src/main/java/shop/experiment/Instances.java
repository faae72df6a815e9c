package shop.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import shop.Order;
import shop.Receipt;
import shop.ServiceAddresses;

/**
 * All instances, and who kills them: one after the other, at random moments. Each is replaced
 * before the next one goes.
 */
final class Instances implements AutoCloseable {
  private static final int LONGEST_PEACE_MILLIS = 2_000;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final List<InstanceProcess> running = new CopyOnWriteArrayList<>();
  private final AtomicInteger killed = new AtomicInteger();
  private final Thread killer;

  Instances(Fleet fleet, ServiceAddresses services, long seed) throws IOException {
    while (running.size() < fleet.size()) {
      running.add(new InstanceProcess(fleet, services));
    }
    killer = new Thread(() -> kill(fleet, services, new Random(seed)), "killer");
    killer.start();
  }

  /** Orders at any of them. */
  Receipt order(Order order) throws IOException, InterruptedException {
    List<InstanceProcess> open = new ArrayList<>(running);
    URI any = open.get(ThreadLocalRandom.current().nextInt(open.size())).address();
    HttpRequest request =
        HttpRequest.newBuilder(any.resolve("/orders"))
            .timeout(PATIENCE)
            .POST(BodyPublishers.ofString(OrderText.of(order)))
            .build();
    HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException(response.body());
    }
    return OrderText.receipt(response.body());
  }

  /** From now on they live. */
  int stopKilling() throws InterruptedException {
    killer.interrupt();
    killer.join();
    return killed.get();
  }

  @Override
  public void close() {
    killer.interrupt();
    running.forEach(InstanceProcess::close);
  }

  private void kill(Fleet fleet, ServiceAddresses services, Random random) {
    try {
      while (true) {
        Thread.sleep(random.nextInt(LONGEST_PEACE_MILLIS));
        InstanceProcess victim = running.get(random.nextInt(running.size()));
        victim.kill();
        killed.incrementAndGet();
        running.add(new InstanceProcess(fleet, services));
        running.remove(victim);
      }
    } catch (InterruptedException enough) {
      Thread.currentThread().interrupt();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
