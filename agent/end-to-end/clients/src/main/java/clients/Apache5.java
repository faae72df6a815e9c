package clients;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;

/** Apache HttpClient 5, classic; without retries of its own. */
public final class Apache5 implements Client {

  private final CloseableHttpClient client;

  /** As the rows need it. */
  public Apache5() {
    this(
        HttpClients.custom()
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setResponseTimeout(Timeout.of(PATIENCE))
                    .setConnectionRequestTimeout(Timeout.of(POOL_PATIENCE))
                    .build()));
  }

  private Apache5(HttpClientBuilder client) {
    this.client = client.disableAutomaticRetries().build();
  }

  @Override
  public Client impatient() {
    ConnectionConfig config =
        ConnectionConfig.custom().setSocketTimeout(Timeout.of(LITTLE_PATIENCE)).build();
    return new Apache5(
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDefaultConnectionConfig(config)
                    .build()));
  }

  @Override
  @SuppressWarnings("deprecation") // the only way to a response that is still open
  public Object send(String method, URI target, String body, String... headers) throws Exception {
    HttpUriRequestBase request = new HttpUriRequestBase(method, target);
    if (!method.equals("GET")) {
      request.setEntity(new StringEntity(body));
    }
    for (int index = 0; index < headers.length; index += 2) {
      request.setHeader(headers[index], headers[index + 1]);
    }
    return client.execute(request);
  }

  @Override
  @SuppressWarnings("deprecation") // as above
  public Object sendOnce(URI target, Object body) throws Exception {
    HttpUriRequestBase request = new HttpUriRequestBase("POST", target);
    request.setEntity((HttpEntity) body);
    return client.execute(request);
  }

  @Override
  public Object once() {
    byte[] bytes = "{}".getBytes(StandardCharsets.UTF_8);
    return new InputStreamEntity(new ByteArrayInputStream(bytes), ContentType.TEXT_PLAIN);
  }

  @Override
  public Object request(URI target) {
    return new HttpUriRequestBase("POST", target);
  }

  @Override
  @SuppressWarnings("deprecation") // as above
  public Object send(Object request) throws Exception {
    return client.execute((HttpUriRequestBase) request);
  }

  @Override
  public int connections() {
    return 5;
  }

  @Override
  public String read(Object response) throws Exception {
    try (ClassicHttpResponse read = (ClassicHttpResponse) response) {
      return read.getCode() + " " + EntityUtils.toString(read.getEntity());
    }
  }
}
