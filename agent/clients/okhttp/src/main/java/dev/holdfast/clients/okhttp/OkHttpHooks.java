package dev.holdfast.clients.okhttp;

import com.google.auto.service.AutoService;
import dev.holdfast.core.adapter.Hook;
import dev.holdfast.core.adapter.Hooks;
import java.util.List;

/** OkHttp 4 and 5: where a call is made of a request, and where each of its hops goes on. */
@AutoService(Hooks.class)
public final class OkHttpHooks implements Hooks {

  private static final String INSIDE = OkHttpHooks.class.getPackageName() + ".inside.";

  @Override
  public List<Hook> hooks() {
    return List.of(
        new Hook(
            "okhttp3.OkHttpClient",
            "newCall",
            "(Lokhttp3/Request;)Lokhttp3/Call;",
            INSIDE + "NewCall"),
        new Hook(
            "okhttp3.internal.http.RealInterceptorChain",
            "proceed",
            "(Lokhttp3/Request;)Lokhttp3/Response;",
            INSIDE + "Hop"));
  }
}
