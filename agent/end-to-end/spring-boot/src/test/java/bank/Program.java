package bank;

import dev.holdfast.testkit.ForkedJvm;
import dev.holdfast.testkit.Jdk;
import dev.holdfast.testkit.RunningJvm;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The program, running under the agent on some database. */
record Program(RunningJvm jvm, HttpClient http) implements AutoCloseable {

  private static final Pattern READY = Pattern.compile("Tomcat started on port (\\d+)");

  /**
   * Starts it.
   *
   * @param options further ones of the program
   */
  static Program start(String database, String... options)
      throws IOException, InterruptedException {
    List<String> all =
        Stream.concat(
                Stream.of("--server.port=0", "--spring.datasource.url=" + database),
                Stream.of(options))
            .toList();
    RunningJvm jvm =
        ForkedJvm.of(Jdk.own())
            .withAgent()
            .withOptions("-Dcom.zaxxer.hikari.aliveBypassWindowMs=600000")
            // as if memory were short: what caches of Spring hold softly goes at once
            .withOptions("-XX:SoftRefLRUPolicyMSPerMB=0")
            .startJar(
                Path.of(System.getProperty("holdfast.program")),
                READY,
                all.toArray(String[]::new));
    return new Program(jvm, HttpClient.newHttpClient());
  }

  /** Asks as the clerk, who may do everything. */
  Answer post(String path) throws IOException, InterruptedException {
    return send("clerk", HttpRequest.newBuilder().POST(BodyPublishers.noBody()), path);
  }

  /** The same, not waited for. */
  CompletableFuture<Answer> postLater(String path) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return post(path);
          } catch (IOException | InterruptedException failure) {
            throw new CompletionException(failure);
          }
        });
  }

  /** Asks as the clerk, who may do everything. */
  Answer get(String path) throws IOException, InterruptedException {
    return send("clerk", HttpRequest.newBuilder().GET(), path);
  }

  /** Asks as a customer, who may not do everything. */
  Answer postAsCustomer(String path) throws IOException, InterruptedException {
    return send("customer", HttpRequest.newBuilder().POST(BodyPublishers.noBody()), path);
  }

  private Answer send(String user, HttpRequest.Builder request, String path)
      throws IOException, InterruptedException {
    String credentials =
        Base64.getEncoder().encodeToString((user + ":secret").getBytes(StandardCharsets.UTF_8));
    HttpResponse<String> response =
        http.send(
            request
                .uri(URI.create("http://localhost:" + jvm.ready().group(1) + path))
                .header("Authorization", "Basic " + credentials)
                .build(),
            BodyHandlers.ofString());
    return new Answer(response.statusCode(), response.body());
  }

  @Override
  public void close() throws IOException {
    jvm.close();
  }

  /** What came back. */
  record Answer(int status, String body) {}
}
