package clients;

import feign.Feign;
import feign.HeaderMap;
import feign.Request;
import feign.RequestLine;
import feign.Response;
import feign.Retryer;
import feign.Util;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Feign on what it takes by default, {@code HttpURLConnection}; without its {@code Retryer} where
 * nobody asks for it.
 */
public final class Feigned implements Client {

  /** What a user writes. */
  interface Api {

    @RequestLine("GET")
    Response get(URI target, @HeaderMap Map<String, Object> headers);

    @RequestLine("GET")
    String text(URI target);

    @RequestLine("POST")
    Response post(URI target, @HeaderMap Map<String, Object> headers, String body);
  }

  private final Api api;

  /** Never tries again by itself. */
  public Feigned() {
    this(Retryer.NEVER_RETRY);
  }

  private Feigned(Retryer retryer) {
    api =
        Feign.builder()
            .retryer(retryer)
            .options(new Request.Options(PATIENCE, PATIENCE, true))
            .target(Api.class, "http://127.0.0.1");
  }

  @Override
  public Client repeating() {
    return new Feigned(new Retryer.Default(1, 1, 3));
  }

  @Override
  public Object send(String method, URI target, String body, String... headers) {
    Map<String, Object> all = new HashMap<>();
    for (int index = 0; index < headers.length; index += 2) {
      all.put(headers[index], headers[index + 1]);
    }
    return method.equals("GET") ? api.get(target, all) : api.post(target, all, body);
  }

  @Override
  public Object get(URI target) {
    return api.text(target);
  }

  @Override
  public boolean mayThrow() {
    return true;
  }

  @Override
  public String read(Object response) throws Exception {
    try (Response read = (Response) response) {
      return read.status() + " " + Util.toString(read.body().asReader(StandardCharsets.UTF_8));
    }
  }
}
