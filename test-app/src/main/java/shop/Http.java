package shop;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;

/** Sends text to services and takes text back; any answer but 200 is an exception. */
final class Http {
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** A request that {@link #send} and {@link #sendAsync} take. */
  static HttpRequest post(URI service, String path, String body) {
    return HttpRequest.newBuilder(service.resolve(path))
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  String send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new UnexpectedStatusException(request.uri(), response.statusCode());
    }
    return response.body();
  }

  CompletableFuture<String> sendAsync(HttpRequest request) {
    return client
        .sendAsync(request, BodyHandlers.ofString())
        .thenCompose(
            response ->
                response.statusCode() == 200
                    ? CompletableFuture.completedFuture(response.body())
                    : CompletableFuture.failedFuture(
                        new UnexpectedStatusException(request.uri(), response.statusCode())));
  }
}
