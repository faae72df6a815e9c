package dev.holdfast.store.redis;

import dev.holdfast.core.store.Claim;
import dev.holdfast.core.store.ClaimRequest;
import dev.holdfast.core.store.Hold;
import dev.holdfast.core.store.Settlement;
import dev.holdfast.core.store.StoreFailure;
import dev.holdfast.core.store.StoredKey;
import dev.holdfast.core.store.Tenure;
import dev.holdfast.core.store.blocking.BlockingStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionPool;
import redis.clients.jedis.exceptions.JedisDataException;

/**
 * Keeps keys and results as values of Redis keys {@code holdfast:DIGEST}. A value is one line of
 * what the scripts need, {@code STATE TOKEN LEASE_ENDS TAKEOVERS FINGERPRINT OWNER}, and the
 * outcome after it; the state is {@code F}, in flight, {@code C}, completed, or {@code X}, failed.
 *
 * <p>Time is the server's. Tokens are its microseconds, and grow with every take-over even if its
 * clock is set back. Redis itself forgets what is over.
 */
final class RedisStore implements BlockingStore {

  private static final String PREFIX = "holdfast:";
  private static final String WRONG_TYPE = "WRONGTYPE";
  private static final byte[] YES = bytes("1");
  private static final byte[] NO = bytes("0");
  private static final byte[] ABSENT = bytes("-");
  private static final byte[] COMPLETED = bytes("C");
  private static final byte[] FAILED = bytes("X");

  /** A thousand years: further than Redis can tell the time. */
  private static final Duration LONGEST = Duration.ofDays(365_000);

  private final ConnectionPool pool;

  RedisStore(ConnectionPool pool) {
    this.pool = pool;
  }

  @Override
  public Claim claim(ClaimRequest request, String owner) {
    return Reply.toClaim(
        run(
            Script.CLAIM,
            request.key(),
            request.fingerprint().map(RedisStore::bytes).orElse(ABSENT),
            millis(request.lease()),
            millis(request.ttl()),
            request.takesOver() ? YES : NO,
            bytes(owner)));
  }

  @Override
  public Tenure renew(Hold hold, Duration lease) {
    return tenure(run(Script.RENEW, hold.key(), token(hold), millis(lease)));
  }

  @Override
  public Tenure settle(Hold hold, Settlement settlement) {
    if (settlement instanceof Settlement.Complete complete) {
      return settle(hold, COMPLETED, complete.result(), complete.ttl());
    }
    if (settlement instanceof Settlement.Fail fail) {
      return settle(hold, FAILED, fail.failure(), fail.ttl());
    }
    return tenure(run(Script.RELEASE, hold.key(), token(hold)));
  }

  /** Redis sweeps by itself. */
  @Override
  public int sweep(int most) {
    return 0;
  }

  @Override
  public boolean distrust() {
    pool.clear();
    return true;
  }

  @Override
  public void close() {
    pool.close();
  }

  private Tenure settle(Hold hold, byte[] state, String outcome, Duration ttl) {
    return tenure(run(Script.SETTLE, hold.key(), token(hold), state, millis(ttl), bytes(outcome)));
  }

  private Object run(Script script, StoredKey key, byte[]... arguments) {
    try (Connection connection = pool.getResource()) {
      return script.run(connection, bytes(PREFIX + key.digest()), arguments);
    } catch (JedisDataException refused) {
      if (refused.getMessage() != null && refused.getMessage().contains(WRONG_TYPE)) {
        throw new StoreFailure("the value of a key is not a text that this agent wrote");
      }
      throw refused;
    }
  }

  private static Tenure tenure(Object reply) {
    return reply.equals(1L) ? Tenure.HELD : Tenure.LOST;
  }

  private static byte[] token(Hold hold) {
    return bytes(Long.toString(hold.token()));
  }

  /** In whole milliseconds, at least one. */
  private static byte[] millis(Duration duration) {
    boolean isShort = duration.compareTo(LONGEST) < 0;
    return bytes(Long.toString(isShort ? Math.max(1, duration.toMillis()) : LONGEST.toMillis()));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
