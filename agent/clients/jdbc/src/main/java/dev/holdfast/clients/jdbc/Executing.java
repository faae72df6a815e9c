package dev.holdfast.clients.jdbc;

import dev.holdfast.core.adapter.Adapter;
import dev.holdfast.core.adapter.Host;
import dev.holdfast.core.call.Deadline;
import dev.holdfast.core.call.Interruption;
import dev.holdfast.core.call.Scopes;
import dev.holdfast.core.pipeline.Services;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.sql.ResultSet;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Stands where statements are executed. Of wrappers around one another, a pool's and the driver's,
 * the outermost has the limit. What a body that is shielded executes has none.
 */
public final class Executing implements Adapter {

  private final Services services;

  /** By what that engine knows. */
  public Executing(Host host) {
    services = host.services();
  }

  /**
   * {@code execution = begin(statement); try { return body(...); } finally { end(execution); }},
   * all as {@code Object}: the JDK's combinators remember the types that they were last adapted to.
   */
  @Override
  public MethodHandle adapt(MethodHandle body) throws ReflectiveOperationException {
    MethodHandles.Lookup lookup = MethodHandles.lookup();
    MethodHandle begin =
        lookup
            .findVirtual(
                Executing.class,
                body.type().returnType() == ResultSet.class ? "query" : "begin",
                MethodType.methodType(Execution.class, Statement.class))
            .bindTo(this)
            .asType(MethodType.methodType(Object.class, Object.class));
    MethodHandle end =
        lookup
            .findStatic(
                Executing.class,
                "end",
                MethodType.methodType(void.class, Throwable.class, Execution.class))
            .asType(MethodType.methodType(void.class, Throwable.class, Object.class));
    MethodHandle erased = body.asType(body.type().erase());
    MethodHandle guarded =
        MethodHandles.tryFinally(
            MethodHandles.dropArguments(erased, 0, Object.class),
            answering(end, erased.type().returnType()));
    return MethodHandles.foldArguments(guarded, begin).asType(body.type());
  }

  /** The end, which answers what the body has answered. */
  private static MethodHandle answering(MethodHandle end, Class<?> answer) {
    return MethodHandles.foldArguments(
        MethodHandles.dropArguments(
            MethodHandles.dropArguments(MethodHandles.identity(answer), 1, Object.class),
            0,
            Throwable.class),
        MethodHandles.dropArguments(end, 1, answer));
  }

  /** A statement begins that may change something. */
  @Nullable Execution begin(Statement statement) throws SQLTimeoutException {
    if (Scopes.isTracked()) {
      Writes.note(statement);
    }
    return query(statement);
  }

  /** A statement begins. */
  @Nullable Execution query(Statement statement) throws SQLTimeoutException {
    if (!Scopes.isTracked()) {
      return null;
    }
    Deadline deadline = deadline();
    if (deadline == null || Interruption.isShielded()) {
      return null;
    }
    if (deadline.remainingNanos(services.time()) <= 0) {
      Interruption.shield();
      deadline.fire();
      Interruption.unshieldCut();
      throw new SQLTimeoutException(
          "deadline of " + deadline.guard() + " has passed: the statement was not executed");
    }
    return Execution.begin(statement, deadline, services.time(), services.workers());
  }

  static void end(@Nullable Throwable failure, @Nullable Execution execution) {
    if (execution != null) {
      execution.end(failure);
    }
  }

  /** Whatever cuts the attempt first; nothing, outside of guarded calls. */
  private static @Nullable Deadline deadline() {
    Deadline soonest = Interruption.soonest();
    Deadline inForce = Scopes.isInCall() ? Scopes.current().deadline() : null;
    return inForce == null ? soonest : inForce.earlier(soonest);
  }
}
