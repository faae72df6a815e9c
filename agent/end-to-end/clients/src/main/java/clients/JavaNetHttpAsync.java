package clients;

import java.net.URI;
import java.net.http.HttpResponse.BodyHandlers;

/** {@code java.net.http}, by futures. */
public final class JavaNetHttpAsync extends JavaNetHttp {

  @Override
  public Object send(String method, URI target, String body, String... headers) {
    return client.sendAsync(request(method, target, body, headers), BodyHandlers.ofInputStream());
  }
}
