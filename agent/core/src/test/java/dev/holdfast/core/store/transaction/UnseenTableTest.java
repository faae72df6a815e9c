package dev.holdfast.core.store.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.core.call.Interruption;
import dev.holdfast.core.call.Scope;
import dev.holdfast.core.call.Scopes;
import dev.holdfast.core.store.StoredKey;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnseenTableTest {

  private static final StoredKey KEY = StoredKey.of("m", List.of(), "1");

  private final List<String> executed = new ArrayList<>();
  private final Connection connection = proxy(Connection.class);
  private final KeyTable table = new UnseenTable(proxy(KeyTable.class));

  @Test
  void whatItExecutesIsNeitherCutNorNoted() throws Exception {
    Scope outer = Scopes.enter(Scope.NONE.withKey("key"));
    Scope inForce = Scopes.current();
    table.complete(connection, KEY, "result", Duration.ofSeconds(1));
    table.release(connection, KEY);
    table.await(connection, KEY, 1);
    Scope afterwards = Scopes.current();
    boolean isShielded = Interruption.isShielded();
    Scopes.leave(outer);

    assertThat(executed)
        .containsExactly(
            "complete, shielded: true, scope: true",
            "release, shielded: true, scope: true",
            "await, shielded: true, scope: true");
    assertThat(afterwards).isSameAs(inForce);
    assertThat(isShielded).isFalse();
  }

  private <T> T proxy(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              executed.add(
                  "%s, shielded: %s, scope: %s"
                      .formatted(
                          method.getName(), Interruption.isShielded(), Scopes.current().isNone()));
              return null;
            }));
  }
}
