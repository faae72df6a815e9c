package dev.holdfast.servers.servlet.inside;

import dev.holdfast.core.adapter.Adapter;
import dev.holdfast.core.adapter.Host;
import dev.holdfast.core.adapter.Replacement;
import dev.holdfast.core.call.Context;
import dev.holdfast.core.call.Scopes;
import dev.holdfast.core.serve.Reception;
import dev.holdfast.core.serve.Served;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Stands where a servlet goes on on another thread of the container, which nobody answers for any
 * more: a refusal that leaves the task is the answer.
 */
public final class GoingOn implements Adapter {

  private static final MethodType TYPE =
      MethodType.methodType(void.class, Object.class, Runnable.class);

  private final Reception reception;

  /** By what that engine offers. */
  public GoingOn(Host host) {
    reception = Reception.of(host.services());
  }

  @Override
  public MethodHandle adapt(MethodHandle body) throws ReflectiveOperationException {
    return Replacement.of(MethodHandles.lookup(), this, "start", TYPE, body);
  }

  void start(MethodHandle body, Object context, Runnable task) throws Throwable {
    Runnable answered = () -> run((AsyncContext) context, task);
    body.invokeExact(context, Context.capture().carry(answered));
  }

  private void run(AsyncContext context, Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error failure) {
      if (!isAnswered(context, failure)) {
        throw failure;
      }
      context.complete();
    }
  }

  private boolean isAnswered(AsyncContext context, Throwable failure) {
    try {
      return Scopes.served() instanceof Served served
          && context.getResponse() instanceof HttpServletResponse response
          && Answers.write(failure, served, reception.marks(), response);
    } catch (IOException | IllegalStateException isOver) {
      failure.addSuppressed(isOver);
      return false;
    }
  }
}
