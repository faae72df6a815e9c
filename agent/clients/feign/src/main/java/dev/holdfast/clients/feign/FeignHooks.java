package dev.holdfast.clients.feign;

import com.google.auto.service.AutoService;
import dev.holdfast.core.adapter.Hook;
import dev.holdfast.core.adapter.Hooks;
import java.util.List;

/** Feign: around its {@code Retryer}. */
@AutoService(Hooks.class)
public final class FeignHooks implements Hooks {

  @Override
  public List<Hook> hooks() {
    return List.of(
        new Hook(
            "feign.SynchronousMethodHandler",
            "invoke",
            "([Ljava/lang/Object;)Ljava/lang/Object;",
            FeignHooks.class.getPackageName() + ".inside.Invocation"));
  }
}
