package shop.services;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** All three services. The payment provider also publishes its {@code /ledger}. */
final class Services implements AutoCloseable {
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<Kind, Service> services = new EnumMap<>(Kind.class);

  Services(Settings settings) throws IOException {
    Misbehaviour misbehaviour = new Misbehaviour(settings.seed());
    Outage outage = new Outage(settings.outageStart(), settings.outageLength(), System::nanoTime);
    for (Kind kind : Kind.values()) {
      services.put(kind, new Service(kind, misbehaviour, outage, threads));
    }
    Ledger ledger = new Ledger();
    Service payment = services.get(Kind.PAYMENT);
    payment.publish("/ledger", ledger::statement);
    payment.offer(
        "/charges/",
        (orderId, headers) -> ledger.charge(orderId, headers.getFirst("Idempotency-Key")));
    services
        .get(Kind.RECOMMENDATIONS)
        .offer("/suggestions/", (orderId, headers) -> "Green mug\nWatering can");
    services.get(Kind.STOCK).offer("/deliveries/", (orderId, headers) -> "2");
  }

  /** Opens the ports and tells their numbers. */
  Map<Kind, Integer> start() {
    Map<Kind, Integer> ports = new EnumMap<>(Kind.class);
    services.forEach((kind, service) -> ports.put(kind, service.start()));
    return ports;
  }

  @Override
  public void close() {
    services.values().forEach(Service::stop);
    threads.shutdownNow();
  }
}
