package clients;

import java.net.URI;
import java.util.Objects;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.web.client.RestTemplate;

/** Spring's {@code RestTemplate} on what it takes by default, {@code HttpURLConnection}. */
public final class SpringRestTemplate implements Client {

  private final RestTemplate strict = template();
  private final RestTemplate lenient = template();

  /** One that returns every answer, and one that throws what is no success. */
  public SpringRestTemplate() {
    lenient.setErrorHandler(response -> false);
  }

  private static RestTemplate template() {
    SimpleClientHttpRequestFactory factory = new SimpleClientHttpRequestFactory();
    factory.setReadTimeout((int) PATIENCE.toMillis());
    return new RestTemplate(factory);
  }

  @Override
  public Object send(String method, URI target, String body, String... headers) {
    HttpHeaders all = new HttpHeaders();
    for (int index = 0; index < headers.length; index += 2) {
      all.set(headers[index], headers[index + 1]);
    }
    HttpEntity<String> entity =
        method.equals("GET") ? new HttpEntity<>(null, all) : new HttpEntity<>(body, all);
    return lenient.exchange(target, HttpMethod.valueOf(method), entity, String.class);
  }

  @Override
  public Object get(URI target) {
    return String.valueOf(strict.getForObject(target, String.class));
  }

  @Override
  public boolean mayThrow() {
    return true;
  }

  @Override
  public String read(Object response) {
    ResponseEntity<?> read = (ResponseEntity<?>) response;
    return read.getStatusCode().value() + " " + Objects.requireNonNullElse(read.getBody(), "");
  }
}
