package dev.holdfast.servers.servlet.inside;

import dev.holdfast.core.adapter.Adapter;
import dev.holdfast.core.adapter.Host;
import dev.holdfast.core.call.HttpAnswer;
import dev.holdfast.core.call.Scopes;
import dev.holdfast.core.serve.Reception;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Stands where an answer gets its status, be it by the application or by the container: a 5xx after
 * attempts were made says so, and the caller's guards need not make them again.
 */
public final class Marking implements Adapter {

  private final boolean marks;

  /** By what that engine offers. */
  public Marking(Host host) {
    marks = Reception.of(host.services()).marks();
  }

  @Override
  public MethodHandle adapt(MethodHandle body) throws ReflectiveOperationException {
    if (!marks) {
      return body;
    }
    MethodHandle mark =
        MethodHandles.lookup()
            .findStatic(
                Marking.class,
                "mark",
                MethodType.methodType(void.class, HttpServletResponse.class, int.class));
    Class<?> response = body.type().parameterType(0);
    return MethodHandles.foldArguments(
        body, mark.asType(mark.type().changeParameterType(0, response)));
  }

  static void mark(HttpServletResponse response, int status) {
    if (status >= 500 && status <= 599) {
      int attempts = Scopes.served().exhausted();
      if (attempts > 0) {
        response.setHeader(HttpAnswer.RETRIED, Integer.toString(attempts));
      }
    }
  }
}
