package clients;

import java.net.URI;
import java.util.Objects;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.reactive.JdkClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** Spring's {@code WebClient} on {@code java.net.http}, waiting for what it answers. */
public final class SpringWebClient implements Client {

  private final WebClient client;

  /** On the client that the others have. */
  public SpringWebClient() {
    JdkClientHttpConnector connector = new JdkClientHttpConnector(JavaNetHttp.client());
    connector.setReadTimeout(PATIENCE);
    client = WebClient.builder().clientConnector(connector).build();
  }

  @Override
  public Object send(String method, URI target, String body, String... headers) {
    WebClient.RequestBodySpec request = client.method(HttpMethod.valueOf(method)).uri(target);
    if (!method.equals("GET")) {
      request.bodyValue(body);
    }
    for (int index = 0; index < headers.length; index += 2) {
      request.header(headers[index], headers[index + 1]);
    }
    return Objects.requireNonNull(
        request
            .retrieve()
            .onStatus(status -> true, response -> Mono.empty())
            .toEntity(String.class)
            .block());
  }

  @Override
  public Object get(URI target) {
    return String.valueOf(client.get().uri(target).retrieve().bodyToMono(String.class).block());
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
