package clients;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;

/** {@code java.net.http}, by futures. */
public final class JavaNetHttpAsync implements Client {

  private final HttpClient client = JavaNetHttp.client();

  @Override
  public CompletableFuture<HttpResponse<String>> send(
      String method, URI target, String body, String... headers) {
    return client.sendAsync(
        JavaNetHttp.request(method, target, body, headers), BodyHandlers.ofString());
  }

  @Override
  public boolean speaksHttp2() {
    return true;
  }

  @Override
  public String read(Object response) {
    HttpResponse<?> read = (HttpResponse<?>) response;
    return read.statusCode() + " " + read.body();
  }
}
