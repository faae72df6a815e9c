package clients;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.apache.http.HttpEntity;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.client.methods.RequestBuilder;
import org.apache.http.config.SocketConfig;
import org.apache.http.entity.InputStreamEntity;
import org.apache.http.entity.StringEntity;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClientBuilder;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.impl.client.LaxRedirectStrategy;
import org.apache.http.util.EntityUtils;

/** Apache HttpClient 4; without retries of its own. */
public final class Apache4 implements Client {

  private final CloseableHttpClient client;

  /** As the rows need it. */
  public Apache4() {
    this(
        HttpClients.custom()
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setSocketTimeout((int) PATIENCE.toMillis())
                    .setConnectionRequestTimeout((int) POOL_PATIENCE.toMillis())
                    .build()));
  }

  private Apache4(HttpClientBuilder client) {
    this.client =
        client.disableAutomaticRetries().setRedirectStrategy(new LaxRedirectStrategy()).build();
  }

  @Override
  public Client impatient() {
    SocketConfig config =
        SocketConfig.custom().setSoTimeout((int) LITTLE_PATIENCE.toMillis()).build();
    return new Apache4(HttpClients.custom().setDefaultSocketConfig(config));
  }

  @Override
  public Object send(String method, URI target, String body, String... headers) throws Exception {
    RequestBuilder request = RequestBuilder.create(method).setUri(target);
    if (!method.equals("GET")) {
      request.setEntity(new StringEntity(body));
    }
    for (int index = 0; index < headers.length; index += 2) {
      request.setHeader(headers[index], headers[index + 1]);
    }
    return client.execute(request.build());
  }

  @Override
  public Object sendOnce(URI target, Object body) throws Exception {
    return client.execute(RequestBuilder.post(target).setEntity((HttpEntity) body).build());
  }

  @Override
  public Object once() {
    byte[] bytes = "{}".getBytes(StandardCharsets.UTF_8);
    return new InputStreamEntity(new ByteArrayInputStream(bytes));
  }

  @Override
  public Object request(URI target) {
    return new HttpPost(target);
  }

  @Override
  public Object send(Object request) throws Exception {
    return client.execute((HttpPost) request);
  }

  @Override
  public int connections() {
    return 2;
  }

  @Override
  public String read(Object response) throws Exception {
    try (CloseableHttpResponse read = (CloseableHttpResponse) response) {
      return read.getStatusLine().getStatusCode() + " " + EntityUtils.toString(read.getEntity());
    }
  }
}
