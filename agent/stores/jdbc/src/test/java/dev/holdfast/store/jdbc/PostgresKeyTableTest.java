package dev.holdfast.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.holdfast.core.store.Claim;
import dev.holdfast.core.store.transaction.KeyTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** The contract, on a real server. */
final class PostgresKeyTableTest extends KeyTableContract {

  @Override
  KeyTable table() {
    return new PostgresKeyTable();
  }

  @Override
  Connection connect() throws SQLException {
    Connection connection = DirectSource.of(Postgres.url(), Properties::new).getConnection();
    connection.setAutoCommit(false);
    return connection;
  }

  @Test
  void keyThatIsBeingSweptIsInFlight() throws SQLException {
    claim(one());
    table().complete(one(), KEY, "\"paid\"", Duration.ofHours(1));
    one().commit();
    expire();

    assertThat(table().sweep(one(), 3)).isEqualTo(1);
    assertThat(claim(other())).isEqualTo(IN_FLIGHT);

    one().commit();
    assertThat(claim(other())).isInstanceOf(Claim.Acquired.class);
  }

  @Test
  void transactionIsSoundAfterALookForATableThatItsRoleMayNotRead() throws SQLException {
    Postgres.execute("drop role if exists clerk; create role clerk");
    try (Statement statement = other().createStatement()) {
      statement.execute("set local role clerk");

      SQLException failure =
          catchThrowableOfType(SQLException.class, () -> table().exists(other()));

      assertThat(failure.getSQLState()).isEqualTo("42501");
      statement.execute("select 1");
    }
  }

  @Test
  void waitsWhateverDigitsAreTheLocales() throws SQLException {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    try {
      claim(one());
      table().await(other(), KEY, 1);
      assertThat(claim(other())).isEqualTo(IN_FLIGHT);
    } finally {
      Locale.setDefault(before);
    }
  }
}
