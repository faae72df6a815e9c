package clients;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.Response;
import retrofit2.Retrofit;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.HeaderMap;
import retrofit2.http.POST;
import retrofit2.http.Url;

/** Retrofit, on OkHttp. */
public final class Retrofitted implements Client {

  /** What a user writes. */
  interface Api {

    @GET
    Call<ResponseBody> get(@Url String target, @HeaderMap Map<String, String> headers);

    @GET
    CompletableFuture<ResponseBody> later(@Url String target);

    @POST
    Call<ResponseBody> post(
        @Url String target, @HeaderMap Map<String, String> headers, @Body RequestBody body);
  }

  private final Api api =
      new Retrofit.Builder()
          .baseUrl("http://127.0.0.1/")
          .client(
              new OkHttpClient.Builder()
                  .retryOnConnectionFailure(false)
                  .readTimeout(PATIENCE)
                  .build())
          .build()
          .create(Api.class);

  @Override
  public Object send(String method, URI target, String body, String... headers) throws Exception {
    Map<String, String> all = new HashMap<>();
    for (int index = 0; index < headers.length; index += 2) {
      all.put(headers[index], headers[index + 1]);
    }
    String url = target.toString();
    RequestBody bytes = RequestBody.create(body, null);
    return (method.equals("GET") ? api.get(url, all) : api.post(url, all, bytes)).execute();
  }

  @Override
  public Object get(URI target) throws Exception {
    try (ResponseBody body = api.later(target.toString()).get()) {
      return body.string();
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof Exception cause ? cause : failed;
    }
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
  public Object sendOnce(URI target, Object body) throws Exception {
    return api.post(target.toString(), Map.of(), (RequestBody) body).execute();
  }

  @Override
  public Object once() {
    return new OneShot();
  }

  @Override
  public String read(Object response) throws Exception {
    Response<?> read = (Response<?>) response;
    try (ResponseBody body = read.isSuccessful() ? (ResponseBody) read.body() : read.errorBody()) {
      return read.code() + " " + (body == null ? "" : body.string());
    }
  }
}
