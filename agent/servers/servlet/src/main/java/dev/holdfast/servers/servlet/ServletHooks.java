package dev.holdfast.servers.servlet;

import com.google.auto.service.AutoService;
import dev.holdfast.core.adapter.Hook;
import dev.holdfast.core.adapter.Hooks;
import java.util.List;

/**
 * Any container of Jakarta Servlet 5 and newer: where filters and servlets are called, where an
 * answer gets its status, and where a servlet, or a controller of Spring MVC, goes on elsewhere.
 */
@AutoService(Hooks.class)
public final class ServletHooks implements Hooks {

  private static final String INSIDE = ServletHooks.class.getPackageName() + ".inside.";
  private static final String EXCHANGE =
      "(Ljakarta/servlet/ServletRequest;Ljakarta/servlet/ServletResponse;)V";
  private static final String RESPONSE = "jakarta.servlet.http.HttpServletResponse";

  @Override
  public List<Hook> hooks() {
    return List.of(
        implementers("jakarta.servlet.FilterChain", "doFilter", EXCHANGE, "Serving").aroundGuards(),
        new Hook("jakarta.servlet.http.HttpServlet", "service", EXCHANGE, INSIDE + "Serving")
            .aroundGuards(),
        implementers(RESPONSE, "setStatus", "(I)V", "Marking"),
        implementers(RESPONSE, "sendError", "(I)V", "Marking"),
        implementers(RESPONSE, "sendError", "(ILjava/lang/String;)V", "Marking"),
        implementers("jakarta.servlet.AsyncContext", "start", "(Ljava/lang/Runnable;)V", "GoingOn"),
        new Hook(
            "org.springframework.web.context.request.async.WebAsyncTask",
            "getCallable",
            "()Ljava/util/concurrent/Callable;",
            INSIDE + "Continuing"));
  }

  private static Hook implementers(String type, String method, String descriptor, String adapter) {
    return new Hook(type, Hook.Reach.IMPLEMENTERS, method, descriptor, INSIDE + adapter);
  }
}
