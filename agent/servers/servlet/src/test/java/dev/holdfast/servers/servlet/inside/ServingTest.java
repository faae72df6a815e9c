package dev.holdfast.servers.servlet.inside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.core.call.Scopes;
import dev.holdfast.core.serve.Reception;
import dev.holdfast.core.time.FakeTime;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ServingTest {

  private static final String KEY = "Idempotency-Key";

  private static final HttpServletResponse RESPONSE =
      fake(HttpServletResponse.class, (method, arguments) -> null);

  private final Serving serving = new Serving(new Reception(new FakeTime(), KEY, true, true, true));

  @Test
  void receivesARequestWhileTheOneThatTheThreadLeftIsServedElsewhere() throws Exception {
    HttpServletRequest left = request("left");
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);

    assertThat(keyOf(left)).isEqualTo("left");
    CompletableFuture<Void> elsewhere =
        CompletableFuture.runAsync(
            () ->
                serve(
                    left,
                    () -> {
                      begun.countDown();
                      await(over);
                    }));
    await(begun);
    String key = keyOf(request("next"));
    over.countDown();
    elsewhere.get(30, TimeUnit.SECONDS);

    assertThat(key).isEqualTo("next");
  }

  @Test
  void receivesARequestOnce() {
    HttpServletRequest request = request("one");
    CompletableFuture<Boolean> isSame = new CompletableFuture<>();

    serve(
        request,
        () -> {
          Object outside = Scopes.served();
          serve(request, () -> isSame.complete(Scopes.served() == outside));
        });

    assertThat(isSame).isCompletedWithValue(true);
  }

  private @Nullable String keyOf(HttpServletRequest request) {
    CompletableFuture<@Nullable String> key = new CompletableFuture<>();
    serve(request, () -> key.complete(Scopes.served().header(KEY)));
    return key.getNow(null);
  }

  private void serve(HttpServletRequest request, Runnable body) {
    try {
      MethodHandle run =
          MethodHandles.lookup()
              .findVirtual(Runnable.class, "run", MethodType.methodType(void.class));
      MethodHandle servlet =
          MethodHandles.dropArguments(
              run.bindTo(body), 0, Object.class, ServletRequest.class, ServletResponse.class);
      serving.call(servlet, this, request, RESPONSE);
    } catch (Throwable failure) {
      throw new AssertionError(failure);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException hurried) {
      throw new AssertionError(hurried);
    }
  }

  private static HttpServletRequest request(String key) {
    Map<String, Object> attributes = new ConcurrentHashMap<>();
    return fake(
        HttpServletRequest.class,
        (method, arguments) ->
            switch (method) {
              case "getDispatcherType" -> DispatcherType.REQUEST;
              case "getMethod" -> "POST";
              case "getRequestURI" -> "/orders";
              case "getHeaders" ->
                  Collections.enumeration(KEY.equals(arguments[0]) ? List.of(key) : List.of());
              case "getAttribute" -> attributes.get(arguments[0]);
              case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
              default -> null;
            });
  }

  private static <T> T fake(Class<T> type, Replies replies) {
    Object proxy =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) ->
                replies.to(method.getName(), Objects.requireNonNullElse(arguments, new Object[0])));
    return type.cast(proxy);
  }

  private interface Replies {
    @Nullable Object to(String method, Object[] arguments);
  }
}
