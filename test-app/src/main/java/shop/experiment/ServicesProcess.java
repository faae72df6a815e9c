package shop.experiment;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import shop.ServiceAddresses;
import shop.services.Kind;
import shop.services.Main;
import shop.services.Settings;

/** The JVM in which the services run; it ends when this is closed, or when this JVM dies. */
final class ServicesProcess implements AutoCloseable {
  private static final long SECONDS_TO_STOP = 5;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Process process;
  private final Map<Kind, URI> addresses = new EnumMap<>(Kind.class);

  /**
   * Starts the services and waits until they have answered, so that the first customer does not pay
   * for two cold JVMs.
   */
  ServicesProcess(Settings settings) throws IOException, InterruptedException {
    process =
        Java.run(List.of(), Main.class, settings.arguments())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    while (addresses.size() < Kind.values().length) {
      String line = out.readLine();
      if (line == null) {
        throw new IOException("the services did not start; they said why above");
      }
      String[] kindAndPort = line.split(" ");
      addresses.put(Kind.valueOf(kindAndPort[0]), URI.create("http://127.0.0.1:" + kindAndPort[1]));
    }
    books();
  }

  ServiceAddresses addresses() {
    return new ServiceAddresses(
        addresses.get(Kind.PAYMENT),
        addresses.get(Kind.RECOMMENDATIONS),
        addresses.get(Kind.STOCK));
  }

  /** What the services know by now. */
  Books books() throws IOException, InterruptedException {
    Map<String, Integer> charges =
        get(Kind.PAYMENT, "/ledger")
            .lines()
            .map(line -> line.split(" "))
            .collect(Collectors.toMap(line -> line[0], line -> Integer.valueOf(line[1])));
    Map<Kind, Integer> requests = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      requests.put(kind, Integer.valueOf(get(kind, "/requests")));
    }
    return new Books(charges, requests);
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    try {
      process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS);
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    } finally {
      process.destroyForcibly();
    }
  }

  private String get(Kind service, String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(addresses.get(service).resolve(path)).build();
    return client.send(request, BodyHandlers.ofString()).body();
  }
}
