package dev.holdfast.clients.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.core.adapter.Host;
import dev.holdfast.core.call.Deadline;
import dev.holdfast.core.call.Interruption;
import dev.holdfast.core.call.Requests;
import dev.holdfast.core.call.Scope;
import dev.holdfast.core.call.Scopes;
import dev.holdfast.core.event.Events;
import dev.holdfast.core.pipeline.Services;
import dev.holdfast.core.pipeline.States;
import dev.holdfast.core.time.FakeTime;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WritesTest {

  private final FakeTime time = new FakeTime();
  private final Scope scope = Scope.NONE.withKey("k");
  private final Requests requests = Objects.requireNonNull(scope.requests());
  private final Scope outer = Scopes.enter(scope);

  @AfterEach
  void leave() {
    Scopes.leave(outer);
  }

  @Test
  void aStatementThatCommitsItselfHasItsEffectAtOnce() throws Throwable {
    execute(() -> connection(true));

    assertThat(requests.hasWritten()).isTrue();
  }

  @Test
  void aStatementThatIsClosedHasNoEffect() throws Throwable {
    execute(
        () -> {
          throw new SQLException("closed");
        });

    assertThat(requests.hasWritten()).isFalse();
  }

  @Test
  void aStatementCountsAsCommittedWhoseDriverDoesNotSay() throws Throwable {
    execute(
        () -> {
          throw new SQLFeatureNotSupportedException();
        });

    assertThat(requests.hasWritten()).isTrue();
  }

  @Test
  void aDriverThatKnowsNoConnectionLeavesTheThreadAsItWas() throws Throwable {
    Interruption cut = Interruption.arm(time, Deadline.after(500_000_000, time, "shop.Cart#pay"));

    execute(() -> null);
    boolean isShielded = Interruption.isShielded();
    int alarms = time.pendingAlarms();
    cut.disarm();

    assertThat(isShielded).isFalse();
    assertThat(alarms).isEqualTo(1);
    assertThat(requests.hasWritten()).isTrue();
  }

  @Test
  void aTransactionHasItsEffectWhenItsStatementsAreToCommitThemselves() throws Throwable {
    Connection connection = connection(false);
    execute(() -> connection);

    setAutoCommit(connection(false), true);
    setAutoCommit(connection, false);
    boolean before = requests.hasWritten();
    setAutoCommit(connection, true);

    assertThat(before).isFalse();
    assertThat(requests.hasWritten()).isTrue();
  }

  @Test
  void aTransactionOutlastsTheRollbackOfAnotherOne() throws Throwable {
    Connection connection = connection(false);
    execute(() -> connection);

    end("rollback", connection(false));
    end("commit", connection);

    assertThat(requests.hasWritten()).isTrue();
  }

  private void execute(Callable<@Nullable Connection> connection) throws Throwable {
    Statement statement =
        (Statement)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Statement.class},
                (proxy, method, arguments) -> connection.call());
    MethodHandle body =
        MethodHandles.dropArguments(MethodHandles.constant(int.class, 1), 0, Statement.class);
    int updated = (int) new Executing(host()).adapt(body).invokeExact(statement);
    assertThat(updated).isEqualTo(1);
  }

  private Host host() {
    Services services =
        new Services(
            time,
            Runnable::run,
            new Events(),
            new States(),
            type -> MethodHandles.publicLookup(),
            key -> Optional.empty());
    return (Host)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Host.class},
            (proxy, method, arguments) -> services);
  }

  private static void end(String how, Connection connection) throws Throwable {
    MethodHandle body = MethodHandles.empty(MethodType.methodType(void.class, Connection.class));
    Writes.noting(how, body).invokeExact(connection);
  }

  private static void setAutoCommit(Connection connection, boolean commitsItself) throws Throwable {
    MethodHandle body =
        MethodHandles.empty(MethodType.methodType(void.class, Connection.class, boolean.class));
    Writes.noting("setAutoCommit", body).invokeExact(connection, commitsItself);
  }

  private static Connection connection(boolean commitsItself) {
    return (Connection)
        Proxy.newProxyInstance(
            WritesTest.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> commitsItself);
  }
}
