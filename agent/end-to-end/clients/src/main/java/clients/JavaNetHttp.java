package clients;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** {@code java.net.http}, waiting for the response. */
public class JavaNetHttp implements Client {

  final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.ALWAYS)
          .build();

  @Override
  public Object send(String method, URI target, String body, String... headers) throws Exception {
    return client.send(request(method, target, body, headers), BodyHandlers.ofInputStream());
  }

  @Override
  public String read(Object response) throws Exception {
    HttpResponse<?> read = (HttpResponse<?>) response;
    try (InputStream body = (InputStream) read.body()) {
      return read.statusCode() + " " + new String(body.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  static HttpRequest request(String method, URI target, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target)
            .method(
                method,
                method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return request.build();
  }
}
