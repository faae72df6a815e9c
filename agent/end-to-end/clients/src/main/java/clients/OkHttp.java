package clients;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** OkHttp; without retries of its own. */
public final class OkHttp implements Client {

  private final OkHttpClient client;

  /** As the rows need it. */
  public OkHttp() {
    this(new OkHttpClient.Builder().retryOnConnectionFailure(false).readTimeout(PATIENCE).build());
  }

  private OkHttp(OkHttpClient client) {
    this.client = client;
  }

  @Override
  public Client rerouting() {
    return new OkHttp(client.newBuilder().addInterceptor(OkHttp::reroute).build());
  }

  private static Response reroute(Interceptor.Chain chain) throws IOException {
    HttpUrl url = chain.request().url().newBuilder().host("localhost").build();
    return chain.proceed(chain.request().newBuilder().url(url).build());
  }

  @Override
  public Object send(String method, URI target, String body, String... headers) throws Exception {
    Request.Builder request =
        new Request.Builder()
            .url(target.toString())
            .method(
                method,
                method.equals("GET")
                    ? null
                    : RequestBody.create(body.getBytes(StandardCharsets.UTF_8)));
    for (int index = 0; index < headers.length; index += 2) {
      request.header(headers[index], headers[index + 1]);
    }
    return client.newCall(request.build()).execute();
  }

  @Override
  public Object sendOnce(URI target, Object body) throws Exception {
    Request.Builder request = new Request.Builder().url(target.toString());
    return client.newCall(request.post((RequestBody) body).build()).execute();
  }

  @Override
  public Object once() {
    return new OneShot();
  }

  @Override
  public boolean speaksHttp2() {
    return true;
  }

  @Override
  public String read(Object response) throws Exception {
    try (Response read = (Response) response) {
      return read.code() + " " + read.body().string();
    }
  }
}
