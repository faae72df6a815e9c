package wire.hops;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.TimeUnit;
import wire.Jvm;
import wire.Side;

/** Three services, each in a JVM of its own, and the user who calls the first one. */
record Chain(List<Jvm> jvms, List<URI> addresses, HttpClient user) implements AutoCloseable {

  private static final int MOST_POLLS = 1_000;
  private static final long POLL_MILLIS = 10;

  /** Starts C before B before A. */
  static Chain start(Side side, URI leaf) throws IOException {
    Jvm c = Jvm.start(side, List.of(), Service.class, side.name(), "C", leaf.toString());
    URI addressOfC = URI.create(c.next());
    Jvm b = Jvm.start(side, List.of(), Service.class, side.name(), "B", addressOfC.toString());
    URI addressOfB = URI.create(b.next());
    Jvm a = Jvm.start(side, List.of(), Service.class, side.name(), "A", addressOfB.toString());
    URI addressOfA = URI.create(a.next());
    return new Chain(
        List.of(a, b, c), List.of(addressOfA, addressOfB, addressOfC), HttpClient.newHttpClient());
  }

  /** Calls A, once. */
  HttpResponse<String> ask(String path) throws IOException, InterruptedException {
    return ask(addresses.get(0), path);
  }

  /** How long each service waited for the next one the last time that this hung. */
  List<Long> waitedMillis() throws IOException, InterruptedException {
    return List.of(waitedMillis(0), waitedMillis(1), waitedMillis(2));
  }

  /** The user may have an answer before those behind A have given up. */
  private long waitedMillis(int service) throws IOException, InterruptedException {
    long millis = 0;
    for (int polls = 0; polls < MOST_POLLS && millis == 0; polls++) {
      millis = Long.parseLong(ask(addresses.get(service), Service.WAITED).body());
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
    return millis;
  }

  private HttpResponse<String> ask(URI service, String path)
      throws IOException, InterruptedException {
    return user.send(
        HttpRequest.newBuilder(service.resolve(path)).build(), BodyHandlers.ofString());
  }

  @Override
  public void close() {
    jvms.forEach(Jvm::close);
  }
}
