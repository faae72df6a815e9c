package dev.holdfast.servers.servlet.inside;

import dev.holdfast.core.adapter.Adapter;
import dev.holdfast.core.adapter.Host;
import dev.holdfast.core.adapter.Replacement;
import dev.holdfast.core.call.Scope;
import dev.holdfast.core.call.Scopes;
import dev.holdfast.core.serve.HttpRefusal;
import dev.holdfast.core.serve.Reception;
import dev.holdfast.core.serve.Served;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.security.Principal;
import java.util.Collections;

/**
 * Stands where filters and servlets are called: the outermost of these calls receives the request
 * and answers refusals that nobody maps; those further in tell who asks, once that is known.
 */
public final class Serving implements Adapter {

  private static final MethodType TYPE =
      MethodType.methodType(void.class, Object.class, ServletRequest.class, ServletResponse.class);

  private static final String ATTRIBUTE = "dev.holdfast.served";

  private final Reception reception;

  /** By what that engine offers. */
  public Serving(Host host) {
    this(Reception.of(host.services()));
  }

  Serving(Reception reception) {
    this.reception = reception;
  }

  @Override
  public MethodHandle adapt(MethodHandle body) throws ReflectiveOperationException {
    return Replacement.of(MethodHandles.lookup(), this, "call", TYPE, body);
  }

  void call(MethodHandle body, Object target, ServletRequest request, ServletResponse response)
      throws Throwable {
    if (!(request instanceof HttpServletRequest http)
        || !(response instanceof HttpServletResponse answer)
        || request.getDispatcherType() == DispatcherType.ERROR) {
      body.invokeExact(target, request, response);
    } else if (Scopes.served() instanceof Served known && isServed(known, http)) {
      authenticate(known, http);
      body.invokeExact(target, request, response);
    } else {
      serve(received(http), body, target, http, answer);
    }
  }

  /**
   * Whether it is this request that is being served. A thread remembers one that it has left to
   * another thread, and that may be served there meanwhile.
   */
  private static boolean isServed(Served known, HttpServletRequest request) {
    return known.isActive() && request.getAttribute(ATTRIBUTE) == known;
  }

  private void serve(
      Served served,
      MethodHandle body,
      Object target,
      HttpServletRequest request,
      HttpServletResponse response)
      throws Throwable {
    if (reception.isTooLate(served) && request.getDispatcherType() == DispatcherType.REQUEST) {
      Answers.write(HttpRefusal.TOO_LATE, reception.marks(), response);
      return;
    }
    authenticate(served, request);
    Scope outer = Scopes.serve(served, served.scope());
    served.activate(true);
    try {
      body.invokeExact(target, (ServletRequest) request, (ServletResponse) response);
    } catch (Throwable failure) {
      if (request.isAsyncStarted()
          || !Answers.write(failure, served, reception.marks(), response)) {
        throw failure;
      }
    } finally {
      served.activate(false);
      Scopes.leave(outer);
    }
  }

  /** A request is received once, and dispatched again when it goes on after waiting. */
  private Served received(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof Served known) {
      return known;
    }
    Served served =
        reception.receive(
            request.getMethod() + " " + request.getRequestURI(),
            name -> Collections.list(request.getHeaders(name)));
    request.setAttribute(ATTRIBUTE, served);
    return served;
  }

  /** On this thread, now: security libraries know it by thread. */
  private static void authenticate(Served served, HttpServletRequest request) {
    if (served.isKeyed()) {
      Principal principal = request.getUserPrincipal();
      if (principal != null) {
        served.authenticate(principal.getName());
      }
    }
  }
}
