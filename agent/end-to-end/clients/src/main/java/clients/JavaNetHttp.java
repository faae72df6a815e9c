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
public final class JavaNetHttp implements Client {

  private final HttpClient client = client();

  @Override
  public Object send(String method, URI target, String body, String... headers) throws Exception {
    return client.send(request(method, target, body, headers), BodyHandlers.ofInputStream());
  }

  @Override
  public boolean speaksHttp2() {
    return true;
  }

  @Override
  public String read(Object response) throws Exception {
    HttpResponse<?> read = (HttpResponse<?>) response;
    try (InputStream body = (InputStream) read.body()) {
      return read.statusCode() + " " + new String(body.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  static HttpClient client() {
    return HttpClient.newBuilder().followRedirects(HttpClient.Redirect.ALWAYS).build();
  }

  static HttpRequest request(String method, URI target, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target)
            .timeout(PATIENCE)
            .version(
                target.getScheme().equals("https")
                    ? HttpClient.Version.HTTP_2
                    : HttpClient.Version.HTTP_1_1)
            .method(
                method,
                method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return request.build();
  }
}
