package dev.holdfast.servers.jdk;

import com.google.auto.service.AutoService;
import dev.holdfast.core.adapter.Hook;
import dev.holdfast.core.adapter.Hooks;
import java.util.List;

/** Classes of the application that handle requests of {@code com.sun.net.httpserver}. */
@AutoService(Hooks.class)
public final class HandlerHooks implements Hooks {

  @Override
  public List<Hook> hooks() {
    return List.of(
        new Hook(
                "com.sun.net.httpserver.HttpHandler",
                Hook.Reach.IMPLEMENTERS,
                "handle",
                "(Lcom/sun/net/httpserver/HttpExchange;)V",
                HandlerHooks.class.getPackageName() + ".Handling")
            .aroundGuards());
  }
}
