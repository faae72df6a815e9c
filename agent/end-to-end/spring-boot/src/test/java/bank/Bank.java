package bank;

import bank.Database.Transactions;
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
import java.sql.SQLException;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/** The program, running under the agent on its database. */
record Bank(Database database, RunningJvm jvm, HttpClient http, AtomicLong told)
    implements AutoCloseable {

  private static final Pattern READY = Pattern.compile("Tomcat started on port (\\d+)");

  static Bank open() throws IOException, InterruptedException, SQLException {
    Database database = Database.start();
    RunningJvm jvm =
        ForkedJvm.of(Jdk.own())
            .withAgent()
            .withOptions("-Dcom.zaxxer.hikari.aliveBypassWindowMs=600000")
            .startJar(
                Path.of(System.getProperty("holdfast.program")),
                READY,
                "--server.port=0",
                "--spring.datasource.url=" + database.url());
    return new Bank(database, jvm, HttpClient.newHttpClient(), new AtomicLong());
  }

  /** Asks as the clerk, who may do everything. */
  Answer post(String path) throws IOException, InterruptedException {
    return send("clerk", HttpRequest.newBuilder().POST(BodyPublishers.noBody()), path);
  }

  /** Asks as the clerk, who may do everything. */
  Answer get(String path) throws IOException, InterruptedException {
    return send("clerk", HttpRequest.newBuilder().GET(), path);
  }

  /** Asks as a customer, who may not do everything. */
  Answer postAsCustomer(String path) throws IOException, InterruptedException {
    return send("customer", HttpRequest.newBuilder().POST(BodyPublishers.noBody()), path);
  }

  /** The transactions that ended so far, without those in which the pool tells what it did. */
  Transactions transactions() throws IOException, InterruptedException, SQLException {
    long all = told.addAndGet(Long.parseLong(post("/statistics").body()));
    return database.transactions().since(new Transactions(all, 0));
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
    database.close();
  }

  /** What came back. */
  record Answer(int status, String body) {}
}
