package cost;

import clients.Client;
import dev.holdfast.CircuitBreaker;
import dev.holdfast.Deadline;
import dev.holdfast.IdempotencyKey;
import dev.holdfast.Retry;
import java.net.URI;

/** The same request, bare and with every guard that a request may meet. */
class Charges {

  private final Client client;
  private final URI target;

  Charges(Client client, URI target) {
    this.client = client;
    this.target = target;
  }

  String bare(String key) throws Exception {
    return client.read(client.send("POST", target, "{}"));
  }

  @Retry
  @CircuitBreaker
  @Deadline("10s")
  String guarded(@IdempotencyKey String key) throws Exception {
    return client.read(client.send("POST", target, "{}"));
  }
}
