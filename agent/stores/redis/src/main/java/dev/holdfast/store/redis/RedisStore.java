package dev.holdfast.store.redis;

import dev.holdfast.core.store.Claim;
import dev.holdfast.core.store.ClaimRequest;
import dev.holdfast.core.store.Hold;
import dev.holdfast.core.store.Settlement;
import dev.holdfast.core.store.StoreFailure;
import dev.holdfast.core.store.StoredKey;
import dev.holdfast.core.store.Tenure;
import dev.holdfast.core.store.blocking.BlockingStore;
import dev.holdfast.core.store.blocking.ClaimStep;
import dev.holdfast.core.store.blocking.SettleStep;
import dev.holdfast.store.redis.Script.Step;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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
    return Reply.toClaim(alone(Script.CLAIM, claiming(request, owner)));
  }

  @Override
  public List<@Nullable Claim> claimAll(List<ClaimStep> claims) {
    List<Step> all = claims.stream().map(each -> claiming(each.request(), each.owner())).toList();
    return answers(Script.CLAIM, all, Reply::toClaim);
  }

  @Override
  public Tenure renew(Hold hold, Duration lease) {
    return tenure(alone(Script.RENEW, step(hold.key(), token(hold), millis(lease))));
  }

  @Override
  public Tenure settle(Hold hold, Settlement settlement) {
    return tenure(
        settlement instanceof Settlement.Release
            ? alone(Script.RELEASE, step(hold.key(), token(hold)))
            : alone(Script.SETTLE, settling(hold, settlement)));
  }

  @Override
  public List<@Nullable Tenure> settleAll(List<SettleStep> calls) {
    List<Step> all = calls.stream().map(each -> settling(each.hold(), each.settlement())).toList();
    return answers(Script.SETTLE, all, RedisStore::tenure);
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

  private static Step claiming(ClaimRequest request, String owner) {
    return step(
        request.key(),
        request.fingerprint().map(RedisStore::bytes).orElse(ABSENT),
        millis(request.lease()),
        millis(request.ttl()),
        request.takesOver() ? YES : NO,
        bytes(owner));
  }

  private static Step settling(Hold hold, Settlement settlement) {
    if (settlement instanceof Settlement.Complete complete) {
      return settling(hold, COMPLETED, complete.ttl(), complete.result());
    }
    Settlement.Fail fail = (Settlement.Fail) settlement;
    return settling(hold, FAILED, fail.ttl(), fail.failure());
  }

  private static Step settling(Hold hold, byte[] state, Duration ttl, String outcome) {
    return step(hold.key(), token(hold), state, millis(ttl), bytes(outcome));
  }

  private static Step step(StoredKey key, byte[]... arguments) {
    return new Step(bytes(PREFIX + key.digest()), arguments);
  }

  /** One script for all; if the value of one key stops it, each is asked by itself. */
  private <T> List<@Nullable T> answers(Script script, List<Step> all, Function<Object, T> answer) {
    try (Connection connection = pool.getResource()) {
      List<@Nullable T> answers = new ArrayList<>();
      for (Object reply : (List<?>) script.run(connection, all)) {
        answers.add(answer.apply(reply));
      }
      return answers;
    } catch (JedisDataException | StoreFailure ofOne) {
      return Collections.nCopies(all.size(), null);
    }
  }

  private Object alone(Script script, Step step) {
    try (Connection connection = pool.getResource()) {
      return ((List<?>) script.run(connection, List.of(step))).get(0);
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
