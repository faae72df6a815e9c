package servers;

import dev.holdfast.testkit.ForkedJvm;
import dev.holdfast.testkit.Jdk;
import dev.holdfast.testkit.LiveJvm;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** A server that runs, and a client of it. */
record Desk(LiveJvm jvm, URI uri, String prefix, HttpClient client) implements AutoCloseable {

  /**
   * Starts a server.
   *
   * @param libraries the folder of its jars; it may need none
   * @param prefix before all paths
   */
  static Desk start(Jdk jdk, Class<?> server, String libraries, String prefix, String... options)
      throws IOException, InterruptedException {
    Path folder = Path.of(System.getProperty("holdfast.servers"));
    LiveJvm jvm =
        ForkedJvm.of(jdk)
            .withAgent()
            .withOptions(options)
            .withClassPath(folder.resolve("classes"))
            .withClassPath(jars(folder.resolve("servers").resolve(libraries)))
            .start(server.getName());
    String line = jvm.next();
    while (!line.startsWith("ready ")) {
      line = jvm.next();
    }
    URI uri = URI.create("http://localhost:" + line.substring("ready ".length()));
    return new Desk(jvm, uri, prefix, HttpClient.newHttpClient());
  }

  private static Path[] jars(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return new Path[0];
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toArray(Path[]::new);
    }
  }

  /**
   * Asks.
   *
   * @param headers names and values in turn
   */
  Answer ask(String path, String... headers) throws IOException, InterruptedException {
    return Answer.of(client.send(request(path, headers), HttpResponse.BodyHandlers.ofString()));
  }

  /** Asks by POST. */
  Answer post(String path, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(request(path, headers), (name, value) -> true)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return Answer.of(client.send(request, HttpResponse.BodyHandlers.ofString()));
  }

  CompletableFuture<Answer> askLater(String path, String... headers) {
    return client
        .sendAsync(request(path, headers), HttpResponse.BodyHandlers.ofString())
        .thenApply(Answer::of);
  }

  private HttpRequest request(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri.resolve(prefix + path)).timeout(Duration.ofSeconds(60));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return request.build();
  }

  @Override
  public void close() {
    jvm.close();
  }

  /**
   * What was answered.
   *
   * @param retried the fields of {@code Holdfast-Retried}
   * @param retryAfter the fields of {@code Retry-After}
   */
  record Answer(int status, String text, List<String> retried, List<String> retryAfter) {

    static Answer of(HttpResponse<String> response) {
      return new Answer(
          response.statusCode(),
          response.body(),
          response.headers().allValues("Holdfast-Retried"),
          response.headers().allValues("Retry-After"));
    }

    static Answer ok(String text) {
      return new Answer(200, text, List.of(), List.of());
    }

    static Answer refused(int status, String title) {
      String text = "{\"title\":\"" + title + "\",\"status\":" + status + "}";
      return new Answer(status, text, List.of("0"), List.of());
    }
  }
}
