package dev.holdfast.frameworks.spring.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.transaction.support.TransactionSynchronizationManager;

final class BoundConnectionTest {

  private final Connection connection = fake(Connection.class, Map.of("getAutoCommit", false));
  private final DataSource pool = fake(DataSource.class, Map.of("getConnection", connection));
  private final DataSource elsewhere = fake(DataSource.class, Map.of());

  @AfterEach
  void unbind() {
    TransactionSynchronizationManager.unbindResourceIfPossible(pool);
    TransactionSynchronizationManager.unbindResourceIfPossible(elsewhere);
  }

  @Test
  void passesOverAConnectionThatWasGivenBackWhileATransactionWasSuspended() {
    TransactionSynchronizationManager.bindResource(pool, new ConnectionHolder(connection));
    TransactionSynchronizationManager.bindResource(elsewhere, new GivenBack(connection));

    assertThat(BoundConnection.all()).containsExactly(new BoundConnection(pool, connection));
  }

  @Test
  void takesTheOnlyConnectionOfItsSourceForNoOther() throws Exception {
    assertThat(new BoundConnection(pool, connection).another()).isEmpty();
  }

  private static <T> T fake(Class<T> type, Map<String, Object> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "hashCode" -> System.identityHashCode(proxy);
                  case "equals" -> proxy == arguments[0];
                  default -> answers.get(method.getName());
                }));
  }

  /** As Spring leaves it. */
  private static final class GivenBack extends ConnectionHolder {

    GivenBack(Connection connection) {
      super(connection);
      setConnection(null);
    }
  }
}
