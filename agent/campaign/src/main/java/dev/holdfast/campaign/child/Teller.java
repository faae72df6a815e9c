package dev.holdfast.campaign.child;

import dev.holdfast.IdempotencyKey;
import dev.holdfast.Idempotent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** Takes money: each call that is made writes its effect where its key is written, or nowhere. */
final class Teller {

  private static final long LONGEST_NANOS = 4_000_000;

  @Idempotent(name = "teller", store = "transaction")
  Receipt pay(Connection connection, @IdempotencyKey String key) throws SQLException {
    String effect = UUID.randomUUID().toString();
    pause();
    try (PreparedStatement statement =
        connection.prepareStatement("insert into effect (id, paid) values (?, ?)")) {
      statement.setString(1, effect);
      statement.setString(2, key);
      statement.executeUpdate();
    }
    pause();
    return Receipt.of(effect);
  }

  private static void pause() {
    LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_NANOS));
  }
}
