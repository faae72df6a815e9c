package clients;

import java.net.URI;
import java.util.Objects;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** Spring's {@code RestClient} on {@code java.net.http}. */
public final class SpringRestClient implements Client {

  private final RestClient strict;
  private final RestClient lenient;

  /** One that returns every answer, and one that throws what is no success. */
  public SpringRestClient() {
    JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(JavaNetHttp.client());
    factory.setReadTimeout(PATIENCE);
    strict = RestClient.builder().requestFactory(factory).build();
    lenient =
        strict.mutate().defaultStatusHandler(status -> true, (request, response) -> {}).build();
  }

  @Override
  public Object send(String method, URI target, String body, String... headers) {
    RestClient.RequestBodySpec request = lenient.method(HttpMethod.valueOf(method)).uri(target);
    if (!method.equals("GET")) {
      request.body(body);
    }
    for (int index = 0; index < headers.length; index += 2) {
      request.header(headers[index], headers[index + 1]);
    }
    return request.retrieve().toEntity(String.class);
  }

  @Override
  public Object get(URI target) {
    return String.valueOf(strict.get().uri(target).retrieve().body(String.class));
  }

  @Override
  public boolean mayThrow() {
    return true;
  }

  @Override
  public boolean speaksHttp2() {
    return true;
  }

  @Override
  public String read(Object response) {
    ResponseEntity<?> read = (ResponseEntity<?>) response;
    return read.getStatusCode().value() + " " + Objects.requireNonNullElse(read.getBody(), "");
  }
}
