package clients;

import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.concurrent.TimeUnit;

/** Jersey, a client of JAX-RS, on what it takes by default, {@code HttpURLConnection}. */
public final class Jersey implements Client {

  private final jakarta.ws.rs.client.Client client =
      ClientBuilder.newBuilder().readTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).build();

  @Override
  public Object send(String method, URI target, String body, String... headers) {
    Invocation.Builder request = client.target(target).request();
    for (int index = 0; index < headers.length; index += 2) {
      request.header(headers[index], headers[index + 1]);
    }
    return method.equals("GET") ? request.get() : request.method(method, Entity.text(body));
  }

  @Override
  public Object get(URI target) {
    return client.target(target).request().get(String.class);
  }

  @Override
  public boolean mayThrow() {
    return true;
  }

  @Override
  public String read(Object response) {
    try (Response read = (Response) response) {
      return read.getStatus() + " " + read.readEntity(String.class);
    }
  }
}
