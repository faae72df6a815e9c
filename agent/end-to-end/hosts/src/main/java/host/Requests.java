package host;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/** Asks each webapp once and prints what it answers. */
final class Requests {

  private Requests() {}

  @SuppressWarnings("SystemOut")
  static void send(int port, List<Webapp> webapps) throws IOException, InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    for (Webapp webapp : webapps) {
      URI uri = URI.create("http://localhost:" + port + webapp.path() + "/");
      HttpResponse<String> response =
          client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
      System.out.println(
          webapp.path() + " " + response.statusCode() + " " + response.body().trim());
    }
  }
}
